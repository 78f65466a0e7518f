import { lookup, type LookupAddress } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Read of an answer; the rest is nobody's business. */
const ANSWER_BYTES = 65_536;
const ANSWER_CHARACTERS = 500;

export type Posted =
  | {
      readonly type: 'answered';
      readonly status: number;
      readonly answer: string;
      readonly retryAfter?: string;
    }
  /** Nothing was sent, and nothing will be: the address is not one that may be called. */
  | { readonly type: 'refused'; readonly code: string; readonly params: object }
  | { readonly type: 'unreachable'; readonly detail: string };

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutMs: number;
  /** `host:port` of servers that the operator trusts: also inside the own network and without TLS. */
  readonly allow: ReadonlySet<string>;
}

class AddressRefused extends Error {
  constructor(readonly address: string) {
    super(`${address} is not a public address.`);
  }
}

/** One request. The address that was looked at is the one that is connected to, and no redirection is followed. */
export async function post({ url, headers, body, timeoutMs, allow }: Post): Promise<Posted> {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const refused = (code: string, params: object = {}): Posted => ({ type: 'refused', code, params });
  if (!target || !/^https?:$/.test(target.protocol) || target.username || target.password)
    return refused('webhook.badAddress');
  const tls = target.protocol === 'https:';
  const port = Number(target.port) || (tls ? 443 : 80);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const trusted = allow.has(`${host}:${port}`);
  if (!trusted) {
    if (!tls) return refused('webhook.notEncrypted', { host });
    if (port < 1_024 && port !== 443 && port !== 80) return refused('webhook.port', { port });
    // A written address is never looked up.
    if (isIP(host) && !isPublicAddress(host)) return refused('webhook.inside', { host, address: host });
  }
  try {
    return await new Promise<Posted>((resolve, reject) => {
      const call = (tls ? tlsRequest : plainRequest)(target, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        agent: false,
        lookup: trusted ? undefined : publicLookup,
        signal: AbortSignal.timeout(timeoutMs),
      });
      call.on('error', reject);
      call.on('response', (response) => {
        readStart(response).then(
          (answer) =>
            resolve({
              type: 'answered',
              status: response.statusCode!,
              answer,
              retryAfter: response.headers['retry-after'],
            }),
          reject,
        );
      });
      call.end(body);
    });
  } catch (error) {
    if (error instanceof AddressRefused) return refused('webhook.inside', { host, address: error.address });
    return { type: 'unreachable', detail: (error as Error).message.slice(0, 200) };
  }
}

/** Every address of a name must be public: one inside among them is an attempt. */
const publicLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const inside = error ? undefined : found.find(({ address }) => !isPublicAddress(address));
    if (error || inside) return done(error ?? new AddressRefused(inside!.address), '', 4);
    if (options.all) return done(null, found);
    return done(null, found[0]!.address, found[0]!.family);
  });

async function readStart(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= ANSWER_BYTES) break;
  }
  response.destroy();
  return Buffer.concat(pieces).toString('utf8').replaceAll('\0', '').slice(0, ANSWER_CHARACTERS);
}
