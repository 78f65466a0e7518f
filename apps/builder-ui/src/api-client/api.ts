import type { ProblemDocument } from '@cueline/contracts';
import { sessionFetch } from '../session/session-fetch.js';
import { client } from './generated/client.gen.js';

type Problem = Pick<ProblemDocument, 'code' | 'status' | 'title'> & Partial<ProblemDocument>;

/** An answer of the API that is no success: its problem document, or that nothing answered. */
export class ApiError extends Error {
  constructor(
    readonly problem: Problem,
    /** How long the server wants to be left alone. */
    readonly retryAfterSeconds?: number,
  ) {
    super(problem.detail ?? problem.errors?.[0]?.detail ?? problem.title);
  }

  get isSignedOut(): boolean {
    return this.problem.status === 401;
  }
}

client.setConfig({ baseUrl: '', credentials: 'same-origin', fetch: sessionFetch });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response?: Response;
}

const unreachable: Problem = {
  code: 'server.unavailable',
  status: 503,
  title: 'Cueline can’t be reached. Your text is kept; try again in a moment.',
};
const signedOut: Problem = {
  code: 'auth.required',
  status: 401,
  title: 'You’ve been signed out. Your text is kept; sign in and try again.',
};

/** The data of a call of the generated client. @throws ApiError */
export async function call<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer.catch((): Answer<T> => ({ error: unreachable }));
  if (response?.ok) return data as T;
  if (response?.status === 401) throw new ApiError(signedOut);
  const problem =
    typeof error === 'object' && error !== null && 'title' in error ? (error as Problem) : unreachable;
  const wait = Number(response?.headers.get('retry-after') ?? NaN);
  throw new ApiError(problem, Number.isFinite(wait) ? wait : undefined);
}

export const ifMatch = (revision: number) => ({ 'If-Match': `"${revision}"` });
