import type { ProblemDocument } from '@cueline/contracts';
import { client } from './generated/client.gen.js';

/** An answer of the API that is no success: its problem document, or that nothing answered. */
export class ApiError extends Error {
  constructor(
    readonly problem: Pick<ProblemDocument, 'code' | 'status' | 'title'> & Partial<ProblemDocument>,
  ) {
    super(problem.detail ?? problem.errors?.[0]?.detail ?? problem.title);
  }
}

client.setConfig({ baseUrl: '', credentials: 'same-origin' });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response?: Response;
}

const unreachable = {
  code: 'server.unavailable',
  status: 503,
  title: 'Cueline cannot be reached. Your edits are kept; try again in a moment.',
} as const;

/** The data of a call of the generated client. @throws ApiError */
export async function call<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer.catch((): Answer<T> => ({ error: unreachable }));
  if (response?.ok) return data as T;
  const problem = (
    typeof error === 'object' && error !== null && 'title' in error ? error : unreachable
  ) as ApiError['problem'];
  throw new ApiError(problem);
}

export const ifMatch = (revision: number) => ({ 'If-Match': `"${revision}"` });
