import type { ProblemDocument } from '@cueline/contracts';
import { m } from './messages.js';

export type ApiProblem = Pick<ProblemDocument, 'code' | 'status' | 'title'> & Partial<ProblemDocument>;

/** What a person can do about an error, whichever page it is on. */
export type ProblemKind =
  /** Too much waits at the server: the same again in a moment. */
  | 'busy'
  /** This person, or this address, has tried too often. */
  | 'limited'
  /** Nobody has answered. */
  | 'unreachable'
  /** The answer says what is wrong. */
  | 'refused';

/** An answer of the API that is no success: its problem document, or that nothing answered. */
export class ApiError extends Error {
  constructor(
    readonly problem: ApiProblem,
    /** How long the server wants to be left alone. */
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.detail ?? problem.errors?.[0]?.detail ?? problem.title);
  }

  get isSignedOut(): boolean {
    return this.problem.status === 401;
  }
}

export const unreachable: ApiProblem = {
  code: 'server.unavailable',
  status: 503,
  title: m.unreachable,
};
export const signedOut: ApiProblem = {
  code: 'auth.required',
  status: 401,
  title: m.signedOut,
};

export function problemKind(error: unknown): ProblemKind {
  if (!(error instanceof ApiError)) return 'refused';
  const { problem } = error;
  if (problem.code === 'server.busy') return 'busy';
  if (problem.status === 429) return 'limited';
  return problem === unreachable ? 'unreachable' : 'refused';
}

/** Of a header `Retry-After` (RFC 9110 10.2.3): seconds, or a date. */
export function secondsOf(retryAfter: string | null, now: number): number | undefined {
  if (!retryAfter?.trim()) return undefined;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now) / 1_000));
}

/** How long until the same may be tried again: as the server says, else at once. */
export const secondsUntilRetry = (error: unknown): number =>
  error instanceof ApiError ? (error.retryAfterSeconds ?? 0) : 0;

/** Whether a question is asked again by itself; what the answer refuses is not, and what is said to be too often neither. */
export const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ApiError && error.problem.status < 500);

const FIRST_PAUSE_MS = 1_000;
/** Longer than a page is looked at without a word: from then on a person says it. */
const LONGEST_PAUSE_MS = 10_000;

/** In milliseconds; a busy server is left alone as long as it says. */
export const pauseBefore = (failures: number, error: unknown): number =>
  Math.min(LONGEST_PAUSE_MS, Math.max(secondsUntilRetry(error) * 1_000, FIRST_PAUSE_MS * 2 ** failures));

/** What was asked for is not there, or not for this person. */
export const isMissing = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.status === 404;
