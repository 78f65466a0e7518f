import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.js';

const MAX_MESSAGE_BYTES = 25 * 1024 * 1024;

/** Takes any mail and keeps it; answers 250 when it is on disk. */
export function smtpCatcher(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: MAX_MESSAGE_BYTES,
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
  // A client that drops its connection is its own affair.
  server.on('error', () => undefined);
  return server;
}
