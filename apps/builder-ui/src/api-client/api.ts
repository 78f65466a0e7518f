import { sessionFetch } from '../session/session-fetch.js';
import { ApiError, secondsOf, signedOut, unreachable, type ApiProblem } from './api-error.js';
import { client } from './generated/client.gen.js';

export { ApiError } from './api-error.js';

client.setConfig({ baseUrl: '', credentials: 'same-origin', fetch: sessionFetch });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response?: Response;
}

/** The data of a call of the generated client. @throws ApiError */
export async function call<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer.catch((): Answer<T> => ({ error: unreachable }));
  if (response?.ok) return data as T;
  if (response?.status === 401) throw new ApiError(signedOut);
  const problem =
    typeof error === 'object' && error !== null && 'title' in error ? (error as ApiProblem) : unreachable;
  throw new ApiError(problem, secondsOf(response?.headers.get('retry-after') ?? null, Date.now()));
}

export const ifMatch = (revision: number) => ({ 'If-Match': `"${revision}"` });
