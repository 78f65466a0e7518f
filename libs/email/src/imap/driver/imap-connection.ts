import type { LookupFunction } from 'node:net';
import { ImapFlow } from 'imapflow';
import type { ServerText } from './server-text.js';

export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly user: string;
  readonly secret: { readonly password: string } | { readonly accessToken: string };
  /** Looks the host up, and refuses addresses that may not be called. */
  readonly lookup?: LookupFunction;
}

/** Milliseconds. A silent peer of a connection that listens is seen after two silences. */
export interface ImapTimeouts {
  readonly silence: number;
  readonly greeting: number;
}
export const imapTimeouts: ImapTimeouts = { silence: 25_000, greeting: 20_000 };
/** A mail, and what a server may say at once. */
const LARGEST_MAIL = 64 * 1024 * 1024;

export interface ConnectionOptions {
  readonly qresync: boolean;
  readonly timeouts?: ImapTimeouts;
  readonly said?: ServerText;
}

/**
 * A connection that is not signed in yet. The library is kept to what we need: it idles when we say so, asks for no IMAP4rev2, under which some servers find nothing,
 * and writes no log: it tells it to `said`.
 */
export function newConnection(settings: ImapSettings, options: ConnectionOptions): ImapFlow {
  const { host, port, security, user, secret, lookup } = settings;
  const { silence, greeting } = options.timeouts ?? imapTimeouts;
  const client = new ImapFlow({
    ...{ host, port, secure: security === 'tls', doSTARTTLS: security === 'starttls' },
    auth: {
      user,
      ...('password' in secret ? { pass: secret.password } : { accessToken: secret.accessToken }),
    },
    clientInfo: { name: 'Cueline' },
    logger: options.said?.logger ?? false,
    qresync: options.qresync,
    ...{ disableAutoIdle: true, disableIMAP4rev2: true, disableBinary: true },
    ...{ connectionTimeout: greeting, greetingTimeout: greeting, socketTimeout: silence },
    maxLiteralSize: LARGEST_MAIL,
    // Given to `net.connect` and `tls.connect` alike.
    ...(lookup && { tls: { lookup } }),
  });
  // What it says by an event alone the command that is open says too, or the next one.
  client.on('error', () => undefined);
  return client;
}
