import type { Socket } from 'node:net';
import type { Network } from '../network/network.js';
import { handshake } from './handshake.js';
import { Conversation } from './conversation.js';
import { Transcript } from './transcript.js';
import { StageError, type Facts } from './stage.js';

/** For a second look the host is known to be slow or silent elsewhere: it need not have long. */
const EACH_MS = 3_000;
const others = [
  { port: 587, security: 'starttls' },
  { port: 465, security: 'tls' },
] as const;

/** Which of the usual ports greets as a mail server does. Sends nothing. */
export async function otherPort(
  network: Network,
  host: string,
  port: number,
  signal: AbortSignal,
  limitMs: number = EACH_MS,
): Promise<Facts['otherPort']> {
  const found = await Promise.all(
    others
      .filter((one) => one.port !== port)
      .map(async (one) =>
        (await speaks(network, host, one.port, signal, limitMs)) === one.security ? [one] : [],
      ),
  );
  return found.flat()[0];
}

/** How a port begins: with a greeting in the clear, or with a TLS handshake. Whichever is sure first decides. */
export async function speaks(
  network: Network,
  host: string,
  port: number,
  signal: AbortSignal,
  limitMs: number = EACH_MS,
): Promise<Facts['speaks']> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  const open = () => network.connect(host, port, within);
  try {
    return await Promise.any([
      open().then((socket) => greets(socket, limitMs)),
      open().then((socket) => encrypts(socket, host, limitMs)),
    ]);
  } catch {
    return undefined;
  }
}

async function greets(socket: Socket, limitMs: number): Promise<'starttls'> {
  const talk = new Conversation(socket, new Transcript([]), limitMs);
  try {
    await talk.reply();
    return 'starttls';
  } finally {
    talk.close();
  }
}

async function encrypts(socket: Socket, host: string, limitMs: number): Promise<'tls'> {
  try {
    const secured = await handshake(socket, host, limitMs);
    secured.socket.on('error', () => undefined).destroy();
  } catch (error) {
    // A certificate that does not hold is an answer, too.
    if (!(error instanceof StageError && error.facts.certificate)) throw error;
  }
  return 'tls';
}
