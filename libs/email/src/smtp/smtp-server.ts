import type { Socket } from 'node:net';

/** A mail server that a person has named, and the sign-in there. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte; `starttls`: by STARTTLS, and nothing without it. */
  readonly security: 'tls' | 'starttls' | 'none';
  readonly username: string;
  readonly secret: SmtpSecret;
  /** A connection to an address that may be called. @throws as Node does; `EADDRESS` where none may */
  readonly connect: () => Promise<Socket>;
}

export type SmtpSecret =
  | { readonly password: string }
  /** @param renew the server has refused the one before */
  | { readonly accessToken: (renew: boolean) => Promise<AccessToken> };

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

type Done<T> = (error: Error | null, value?: T) => void;

/** What nodemailer takes for it. */
export function optionsOf({ host, port, security, username, secret, connect }: SmtpServer) {
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    auth:
      'password' in secret
        ? { user: username, pass: secret.password }
        : { type: 'OAuth2', user: username, provisionCallback: provision(secret.accessToken) },
    // The library looks nothing up and connects to nothing by itself.
    getSocket: (_options: object, done: Done<{ connection: Socket }>) =>
      void connect().then(
        (connection) => done(null, { connection }),
        (error: Error & { code?: string }) =>
          done(Object.assign(error, { code: codes.get(error.code ?? '') ?? error.code ?? 'ESOCKET' })),
      ),
  };
}

/** A name that is not there is the account's trouble, as the library has it; a name server that is away is not. */
const codes = new Map([['ENOTFOUND', 'EDNS']]);

const provision =
  (accessToken: (renew: boolean) => Promise<AccessToken>) =>
  (_user: string, renew: boolean, done: (error: Error | null, token?: string, expires?: number) => void) =>
    void accessToken(renew).then(
      ({ token, expiresAt }) => done(null, token, expiresAt.getTime()),
      (error: Error) => done(error),
    );
