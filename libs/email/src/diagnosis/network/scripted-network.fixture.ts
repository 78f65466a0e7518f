import { connect } from 'node:net';
import type { Exchanger, Network, ServiceRecord } from './network.js';

export interface ScriptedNames {
  /** Whether a host exists; every other one does not. */
  readonly hosts?: readonly string[];
  readonly mx?: Readonly<Record<string, readonly Exchanger[]>>;
  readonly srv?: Readonly<Record<string, readonly ServiceRecord[]>>;
  readonly txt?: Readonly<Record<string, readonly string[]>>;
  readonly documents?: Readonly<Record<string, string>>;
  /** Where the ports of all hosts lead on this machine; one that is not named refuses. */
  readonly ports?: Readonly<Record<number, number>>;
}

const missing = (host: string) =>
  Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });

/** Names by a script, connections on real sockets of this machine. */
export const scriptedNetwork = (names: ScriptedNames): Network => ({
  addresses: (host) =>
    names.hosts?.includes(host) ? Promise.resolve(['127.0.0.1']) : Promise.reject(missing(host)),
  connect: (_host, port, signal) =>
    new Promise((resolve, reject) => {
      const target = names.ports?.[port];
      if (target === undefined)
        return reject(Object.assign(new Error(`connect ECONNREFUSED :${port}`), { code: 'ECONNREFUSED' }));
      const socket = connect({ host: '127.0.0.1', port: target, signal });
      socket.once('error', reject);
      socket.once('connect', () => (socket.off('error', reject), resolve(socket)));
    }),
  mx: (domain) => Promise.resolve(names.mx?.[domain] ?? []),
  srv: (name) => Promise.resolve(names.srv?.[name] ?? []),
  txt: (name) => Promise.resolve(names.txt?.[name] ?? []),
  fetchText: (url) => Promise.resolve(names.documents?.[url.href]),
});
