import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { AddressRefused, everyAddress, onlyPublic, refuseInside, type Lookup } from '@cueline/egress/guard';
import { causeOf, type Cause } from './cause-of.js';

/** Of the answer to a request that failed, for a person to read; of any other nothing is read. */
const ANSWER_BYTES = 2_048;
const ANSWER_CHARACTERS = 200;
const HEADER_BYTES = 16_384;

export type Posted =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly answer: string;
      readonly retryAfter?: string;
      /** Of a redirection, as it came. */
      readonly location?: string;
    }
  /** Nothing was sent, and nothing will be: the name leads to an address that may not be called. */
  | { readonly type: 'inside'; readonly address: string }
  | { readonly type: 'unreachable'; readonly cause: Cause };

export interface Post {
  /** As `webhookTargetOf` has it. */
  readonly url: string;
  readonly trusted: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For all of it: name, connection, request and answer. */
  readonly timeoutMs: number;
  readonly lookup?: Lookup;
}

/** One request. The addresses that were looked at are the ones that are connected to, and no redirection is followed. */
export async function post(message: Post): Promise<Posted> {
  try {
    return await send(message);
  } catch (error) {
    if (error instanceof AddressRefused) return { type: 'inside', address: error.address };
    return { type: 'unreachable', cause: causeOf(error) };
  }
}

const send = ({ url, trusted, headers, body, timeoutMs, lookup = everyAddress }: Post): Promise<Posted> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? tlsRequest : plainRequest;
    const call = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      maxHeaderSize: HEADER_BYTES,
      // Whatever the process is told elsewhere.
      rejectUnauthorized: true,
      signal: AbortSignal.timeout(timeoutMs),
      ...(!trusted && { lookup: onlyPublic(lookup) }),
    });
    let heard = false;
    const failed = (error: Error): void => (heard ? undefined : reject(error));
    call.on('error', failed);
    // An answer that is none, such as an upgrade, closes without an error.
    call.on('close', () => failed(new Error('closed')));
    if (!trusted) call.on('socket', (socket) => refuseInside(socket, (error) => call.destroy(error)));
    call.on('response', (response) => {
      heard = true;
      const status = response.statusCode!;
      const retryAfter = response.headers['retry-after'];
      const { location } = response.headers;
      void startOf(response).then((answer) =>
        resolve({
          type: 'answered',
          status,
          answer,
          retryAfter,
          ...(location !== undefined && { location }),
        }),
      );
    });
    call.end(body);
  });

/** The beginning of an answer that says no, in one line; as much as came, when it breaks off. */
async function startOf(response: IncomingMessage): Promise<string> {
  const { 'content-type': type = '', 'content-encoding': coded } = response.headers;
  const status = response.statusCode!;
  if ((status >= 200 && status < 300) || coded || !/^(text\/|application\/([\w.+-]*\+)?json\b)/i.test(type)) {
    response.destroy();
    return '';
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= ANSWER_BYTES) break;
    }
  } catch {
    // The status counts; the words are only for a person to read.
  }
  const text = Buffer.concat(pieces).subarray(0, ANSWER_BYTES).toString('utf8');
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  // By code points: half a pair is no text, and nothing stores it.
  return [...line].slice(0, ANSWER_CHARACTERS).join('');
}
