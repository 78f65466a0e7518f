import type { AddressInfo } from 'node:net';
import type { SecureContextOptions } from 'node:tls';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  /** Who had signed in. */
  readonly user: string;
  readonly raw: string;
}

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** A studio's own mail server: it takes mails after a sign-in, by password or by an access token. */
export class SignedInServer {
  readonly mails: ReceivedMail[] = [];
  /** How often somebody has signed in, or tried to. */
  signIns = 0;
  password = 'correct horse';
  accessToken: string | undefined;
  /** What it says to a sender instead of taking mails of it. */
  refuses: ((from: string) => readonly [code: number, reply: string] | undefined) | undefined;
  readonly #server: SMTPServer;

  private constructor(
    readonly user: string,
    tls: SecureContextOptions | undefined,
  ) {
    this.#server = new SMTPServer({
      ...(tls && { ...tls, secure: true }),
      disabledCommands: ['STARTTLS'],
      authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
      allowInsecureAuth: true,
      disableReverseLookup: true,
      logger: false,
      onAuth: (auth, _session, done) => {
        this.signIns++;
        const isRight =
          auth.method === 'XOAUTH2'
            ? this.accessToken !== undefined && auth.accessToken === this.accessToken
            : auth.password === this.password;
        if (isRight && auth.username === this.user) done(null, { user: this.user });
        // As Google and Microsoft say it: the client may try another token on the same connection.
        else if (auth.method === 'XOAUTH2') done(null, { data: { status: '401', schemes: 'bearer' } });
        else done(refusal(535, '5.7.8 Authentication failed'));
      },
      onMailFrom: ({ address }, _session, done) => {
        const said = this.refuses?.(address);
        done(said ? refusal(...said) : null);
      },
      onData: (stream, { envelope, user }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          this.mails.push({
            from: envelope.mailFrom ? envelope.mailFrom.address : '',
            to: envelope.rcptTo[0]!.address,
            user: String(user),
            raw: Buffer.concat(chunks).toString(),
          });
          done(null, '2.0.0 OK');
        });
      },
    });
    this.#server.on('error', () => undefined);
  }

  /** @param tls speaks TLS from the first byte with this key and certificate */
  static async open(user: string, tls?: SecureContextOptions): Promise<SignedInServer> {
    const server = new SignedInServer(user, tls);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.server.address() as AddressInfo).port;
  }

  get recipients(): string[] {
    return this.mails.map(({ to }) => to);
  }

  close(): Promise<void> {
    return new Promise((resolve) => void this.#server.close(() => resolve()));
  }
}
