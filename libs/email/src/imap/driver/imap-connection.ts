import { ImapFlow } from 'imapflow';

export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly secret: { readonly password: string } | { readonly accessToken: string };
}

/** A silent peer of a connection that listens is seen after two of them. */
const SILENCE = 25_000;
const GREETING = 20_000;
/** A mail, and what a server may say at once. */
const LARGEST_MAIL = 64 * 1024 * 1024;

/**
 * A connection that is not signed in yet. The library is kept to what we need: it idles when we say so, asks for no IMAP4rev2, under which some servers find nothing,
 * and writes no log.
 */
export function newConnection(settings: ImapSettings, qresync: boolean): ImapFlow {
  const { host, port, security, user, secret } = settings;
  const client = new ImapFlow({
    ...{ host, port, secure: security === 'tls', doSTARTTLS: security === 'starttls' },
    auth: {
      user,
      ...('password' in secret ? { pass: secret.password } : { accessToken: secret.accessToken }),
    },
    clientInfo: { name: 'Cueline' },
    logger: false,
    qresync,
    ...{ disableAutoIdle: true, disableIMAP4rev2: true, disableBinary: true },
    ...{ connectionTimeout: GREETING, greetingTimeout: GREETING, socketTimeout: SILENCE },
    maxLiteralSize: LARGEST_MAIL,
  });
  // What it says by an event alone the command that is open says too, or the next one.
  client.on('error', () => undefined);
  return client;
}
