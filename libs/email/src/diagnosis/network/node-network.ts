import { Resolver } from 'node:dns/promises';
import { get } from 'node:https';
import { connect, type LookupFunction, type Socket } from 'node:net';
import { HostRefused, type Network } from './network.js';

const DNS_MS = 3_000;
const DOCUMENT_BYTES = 64 * 1024;
/** No such name, or nothing of this kind under it. */
const absent = new Set(['ENOTFOUND', 'ENODATA', 'NXDOMAIN']);

export interface Egress {
  /** Looks hosts up, and refuses those that may not be called. */
  readonly lookup: LookupFunction;
  /** Called with each socket before it connects: refuses those that have reached what they may not. */
  readonly guard: (socket: Socket, refuse: (error: Error) => void) => void;
  readonly isRefusal: (error: unknown) => boolean;
  /** Name servers to ask instead of the system's, as `dns.setServers` takes them. */
  readonly nameServers?: readonly string[];
}

export function nodeNetwork({ lookup, guard, isRefusal, nameServers }: Egress): Network {
  const resolver = new Resolver({ timeout: DNS_MS, tries: 2 });
  if (nameServers?.length) resolver.setServers(nameServers);
  const refusalOf = (error: unknown): Error =>
    isRefusal(error) ? new HostRefused((error as Error).message) : (error as Error);
  return {
    addresses: (host) =>
      new Promise((resolve, reject) =>
        lookup(host, { all: true }, (error, found) =>
          error
            ? reject(refusalOf(error))
            : resolve(typeof found === 'string' ? [found] : found.map(({ address }) => address)),
        ),
      ),
    connect: (host, port, signal) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host, port, lookup, autoSelectFamily: true });
        const abort = () => socket.destroy(signal.reason as Error);
        // A socket whose error nobody listens to would end the process.
        socket.on('error', () => undefined);
        const fail = (error: Error) => {
          signal.removeEventListener('abort', abort);
          reject(refusalOf(error));
        };
        signal.addEventListener('abort', abort);
        socket.once('error', fail);
        guard(socket, (error) => socket.destroy(error));
        socket.once('connect', () => {
          if (socket.destroyed) return;
          signal.removeEventListener('abort', abort);
          socket.off('error', fail);
          resolve(socket);
        });
        if (signal.aborted) abort();
      }),
    mx: (domain) => orNone(resolver.resolveMx(domain)),
    srv: (name) => orNone(resolver.resolveSrv(name)),
    txt: async (name) => (await orNone(resolver.resolveTxt(name))).map((parts) => parts.join('')),
    fetchText: (url, signal) =>
      new Promise((resolve) => {
        const request = get(url, { lookup, signal, agent: false }, (response) => {
          if (response.statusCode !== 200) {
            request.destroy();
            return resolve(undefined);
          }
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
            if (text.length > DOCUMENT_BYTES) request.destroy();
          });
          response.on('close', () => resolve(response.complete ? text : undefined));
        });
        request.on('socket', (socket) => guard(socket, (error) => request.destroy(error)));
        request.on('error', () => resolve(undefined));
      }),
  };
}

async function orNone<T>(asked: Promise<T[]>): Promise<T[]> {
  try {
    return await asked;
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}
