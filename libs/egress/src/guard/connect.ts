import { connect, type Socket } from 'node:net';
import { everyAddress, onlyPublic, type Lookup } from './lookup.js';
import { refuseInside } from './refuse-inside.js';

/** A server that a person has named. */
export interface Destination {
  readonly host: string;
  readonly port: number;
  /** The operator allows it: it may be inside the own network. */
  readonly isTrusted: boolean;
  /** For the name and the connection together. */
  readonly timeoutMs: number;
  readonly lookup?: Lookup;
  readonly signal?: AbortSignal;
}

/**
 * A connection to the very address that was looked at.
 * @throws AddressRefused, or an error with the code of Node (`ENOTFOUND`, `ECONNREFUSED`, `ETIMEDOUT`, `ABORT_ERR`)
 */
export const connectTo = ({
  host,
  port,
  isTrusted,
  timeoutMs,
  lookup = everyAddress,
  signal,
}: Destination): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      ...(!isTrusted && { lookup: onlyPublic(lookup) }),
      ...(signal && { signal }),
    });
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const tooLate = () =>
      fail(Object.assign(new Error(`${host}:${port} does not answer.`), { code: 'ETIMEDOUT' }));
    const timer = setTimeout(tooLate, timeoutMs);
    socket.once('error', fail);
    if (!isTrusted) refuseInside(socket, fail);
    socket.once('connect', () => {
      if (socket.destroyed) return;
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
  });
