import type { Socket } from 'node:net';
import type { Network } from '../network/network.js';
import { handshake } from './handshake.js';
import { Conversation } from './conversation.js';
import { ImapConversation } from './imap-conversation.js';
import { Transcript } from './transcript.js';
import { StageError, type Facts, type MailProtocol } from './stage.js';

/** For a second look the host is known to be slow or silent elsewhere: it need not have long. */
const EACH_MS = 3_000;
const others = {
  smtp: [
    { port: 587, security: 'starttls' },
    { port: 465, security: 'tls' },
  ],
  imap: [
    { port: 993, security: 'tls' },
    { port: 143, security: 'starttls' },
  ],
} as const;

/** A way to a server, and what is spoken there. */
export interface Line {
  readonly network: Network;
  readonly host: string;
  readonly protocol: MailProtocol;
  readonly signal: AbortSignal;
}

/** Which of the usual ports greets as a mail server does. Sends nothing. */
export async function otherPort(
  line: Line,
  port: number,
  limitMs: number = EACH_MS,
): Promise<Facts['otherPort']> {
  const found = await Promise.all(
    others[line.protocol]
      .filter((one) => one.port !== port)
      .map(async (one) => ((await speaks(line, one.port, limitMs)) === one.security ? [one] : [])),
  );
  return found.flat()[0];
}

/** How a port begins: with a greeting in the clear, or with a TLS handshake. Whichever is sure first decides. */
export async function speaks(
  { network, host, protocol, signal }: Line,
  port: number,
  limitMs: number = EACH_MS,
): Promise<Facts['speaks']> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
  const open = () => network.connect(host, port, within);
  try {
    return await Promise.any([
      open().then((socket) => greets(socket, protocol, limitMs)),
      open().then((socket) => encrypts(socket, host, limitMs)),
    ]);
  } catch {
    return undefined;
  }
}

async function greets(socket: Socket, protocol: MailProtocol, limitMs: number): Promise<'starttls'> {
  const nobody = new Transcript([]);
  const talk =
    protocol === 'smtp'
      ? new Conversation(socket, nobody, limitMs)
      : new ImapConversation(socket, nobody, limitMs);
  try {
    await (talk instanceof Conversation ? talk.reply() : talk.greeting());
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
