import { sessionFetch } from '../session/session-fetch.js';
import { ApiError, secondsOf, signedOut, unreachable, type ApiProblem } from './api-error.js';

/** An answer that comes line by line, each a JSON document, as it comes. @throws ApiError */
export async function* lines<T>(path: string, body: object, signal: AbortSignal): AsyncGenerator<T> {
  const response = await sessionFetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
    body: JSON.stringify(body),
    signal,
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error instanceof ApiError ? error : new ApiError(unreachable);
  });
  if (response.status === 401) throw new ApiError(signedOut);
  if (!response.ok || !response.body) throw await refusalOf(response);
  let rest = '';
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + (value ?? '')).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) yield JSON.parse(line) as T;
    if (done) return;
  }
}

async function refusalOf(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => unreachable)) as ApiProblem;
  return new ApiError(problem, secondsOf(response.headers.get('retry-after'), Date.now()));
}
