import type { Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.js';

const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;
/** Longer than a pool keeps an idle connection (nodemailer: 4 minutes), so that the client closes first and no mail meets a closing one. */
const IDLE_MS = 10 * 60_000;

/** Takes any mail and keeps it; answers 250 when it is on disk. */
export function smtpCatcher(store: MailStore): SMTPServer {
  const server = new PromptServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MESSAGE_BYTES,
    socketTimeout: IDLE_MS,
    logger: false,
    banner: 'Cueline mail catcher',
    onAuth: (_auth, _session, done) => done(null, { user: 'anyone' }),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded)
          return done(Object.assign(new Error('Message too large'), { responseCode: 552 }));
        const { mailFrom, rcptTo } = session.envelope;
        const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
        store.add(envelope, Buffer.concat(chunks)).then(
          (mail) => done(null, `2.0.0 Kept as ${mail.id}`),
          (error: Error) => done(Object.assign(error, { responseCode: 452 })),
        );
      });
    },
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    // A client that drops its connection is its own affair; a port that cannot be taken is ours.
    if (error.syscall === 'listen') throw error;
  });
  return server;
}

/** smtp-server makes every client wait 100 ms for its greeting, to catch early talkers. Nobody talks to this one uninvited. */
class PromptServer extends SMTPServer {
  override connect(socket: Socket, options?: object): void {
    super.connect(socket, options);
    const connection = [...this.connections].at(-1);
    if (!connection) return;
    let greeted = false;
    const ready = connection.connectionReady.bind(connection);
    connection.connectionReady = (next) => {
      if (greeted) return;
      greeted = true;
      ready(next);
    };
    setImmediate(() => connection.connectionReady());
  }
}
