import { language } from '../messages/language.js';
import { connection } from './connection.js';
import { newVersion } from './new-version.js';
import { session } from './session.js';

/**
 * Sends a request for the person who opened the page. One that only reads waits while that person is signed out, and is then sent again: no
 * page breaks under the sign-in. One that changes something is answered as it is: whether it is made again is for a person to say.
 */
export async function sessionFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  for (;;) {
    if (request.method === 'GET') await abortable(session.restored(), request.signal);
    const response = await heard(fetch(forPerson(request)));
    if (response.status !== 401 || session.view().type === 'unknown') return response;
    session.ended();
    if (request.method !== 'GET') return response;
  }
}

/** Every answer says that the server is there, and which build of the pages belongs to it. */
async function heard(answer: Promise<Response>): Promise<Response> {
  try {
    const response = await answer;
    connection.answered();
    newVersion.seen(response.headers.get('x-cueline-build'));
    return response;
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) connection.failed();
    throw error;
  }
}

function forPerson(request: Request): Request {
  const copy = request.clone();
  // For whoever has chosen none: the page may be in another language than the browser's first.
  copy.headers.set('accept-language', language);
  const state = session.view();
  if (state.type !== 'unknown') {
    copy.headers.set('x-cueline-user', state.person.userId);
    copy.headers.set('x-cueline-studio', state.person.studioId);
  }
  return copy;
}

const abortable = (waiting: Promise<void>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(new DOMException('The request was given up.', 'AbortError'));
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    void waiting.then(resolve);
  });
