import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { PeerCounts } from './peer-counts.js';
import { receiverLimits } from './receiver-limits.js';

/** A mail as a server hands it over. */
export interface HandedOver<Recipient> {
  /** Of the envelope; empty where no answer is wanted. */
  readonly sender: string;
  readonly recipients: readonly Recipient[];
  readonly content: Buffer;
  /** `from mail.example.com ([192.0.2.1])`: for the line that says whose hands it went through. */
  readonly from: string;
  readonly protocol: 'ESMTP' | 'ESMTPS';
}

export interface ReceiverPorts<Recipient> {
  /** The domain whose mail it takes, and how it calls itself. */
  readonly domain: string;
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer };
  /** Who an address belongs to; undefined: nobody's, and it is refused. A rejection puts the server off. */
  readonly recipientOf: (address: string) => Promise<Recipient | undefined>;
  /** Once it resolves, with a name, the mail is ours: it is acknowledged. A rejection puts the server off. */
  readonly store: (mail: HandedOver<Recipient>) => Promise<string>;
}

class Refusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

const later = (): Refusal => new Refusal(451, '4.3.0 This cannot be stored just now, please try again');
const noSuch = (): Refusal => new Refusal(550, '5.1.1 There is no such address here');

/** Takes the mail of known addresses and no other: it passes nothing on, and nobody signs in. A mail is acknowledged when it is stored. */
export class SmtpReceiver<Recipient> {
  readonly #server: SMTPServer;
  readonly #peers = new PeerCounts();
  readonly #recipients = new WeakMap<SMTPServerSession, Map<string, Recipient>>();
  #octets = 0;

  constructor(private readonly ports: ReceiverPorts<Recipient>) {
    const { domain, tls } = ports;
    this.#server = new SMTPServer({
      ...tls,
      name: domain,
      banner: 'Cueline',
      authOptional: true,
      disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: receiverLimits.octets,
      rejectOversized: true,
      maxClients: receiverLimits.clients,
      socketTimeout: receiverLimits.idleMs,
      closeTimeout: receiverLimits.closeMs,
      logger: false,
      onConnect: ({ remoteAddress }, done) =>
        done(
          this.#peers.connect(remoteAddress, Date.now())
            ? null
            : new Refusal(421, '4.7.0 Too many connections of yours'),
        ),
      onClose: ({ remoteAddress }) => this.#peers.leave(remoteAddress, Date.now()),
      onMailFrom: (_address, session, done) => {
        this.#recipients.delete(session);
        done(
          this.#peers.mail(session.remoteAddress, Date.now())
            ? null
            : new Refusal(450, '4.7.1 Too many mails in a minute'),
        );
      },
      onRcptTo: ({ address }, session, done) =>
        void this.#recipient(address, session).then(
          () => done(),
          (error: unknown) => done(refusalOf(error)),
        ),
      onData: (stream, session, done) =>
        void this.#data(stream, session).then(
          (name) => done(null, `2.0.0 Kept as ${name}`),
          (error: unknown) => done(refusalOf(error)),
        ),
    });
    // A client that drops its connection is its own affair; `listen` says itself what it fails by.
    this.#server.on('error', () => undefined);
  }

  /** @returns the port @throws what keeps it from listening */
  async listen(port: number, host: string): Promise<number> {
    const { server } = this.#server;
    const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error));
    this.#server.listen(port, host);
    await Promise.race([once(server, 'listening'), failed]);
    return (server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }

  async #recipient(address: string, session: SMTPServerSession): Promise<void> {
    if (!this.#peers.recipient(session.remoteAddress, Date.now()))
      throw new Refusal(450, '4.7.1 Too many recipients in a minute');
    const known = this.#recipients.get(session) ?? new Map<string, Recipient>();
    if (known.size >= receiverLimits.recipients) throw new Refusal(452, '4.5.3 Too many recipients');
    const recipient = await this.ports.recipientOf(address);
    if (recipient === undefined) throw noSuch();
    this.#recipients.set(session, known.set(address.toLowerCase(), recipient));
  }

  async #data(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const chunks: Buffer[] = [];
    let octets = 0;
    let isTooMuch = false;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        isTooMuch ||= stream.sizeExceeded || this.#octets + chunk.length > receiverLimits.octetsUnderWay;
        if (isTooMuch) continue;
        octets += chunk.length;
        this.#octets += chunk.length;
        chunks.push(chunk);
      }
      if (stream.sizeExceeded) throw new Refusal(552, '5.3.4 The mail is too large');
      if (isTooMuch) throw new Refusal(452, '4.3.1 Too much at once, please try again');
      const content = Buffer.concat(chunks);
      if (hopsOf(content) > receiverLimits.hops)
        throw new Refusal(554, '5.4.6 The mail goes round in circles');
      return await this.ports.store({
        ...{ sender: session.envelope.mailFrom ? session.envelope.mailFrom.address : '', content },
        recipients: [...(this.#recipients.get(session)?.values() ?? [])],
        from: `from ${nameOf(session)} ([${session.remoteAddress}])`,
        protocol: session.secure ? 'ESMTPS' : 'ESMTP',
      });
    } finally {
      this.#octets -= octets;
    }
  }
}

/** What a client calls itself, as far as that is a name. */
const nameOf = ({ hostNameAppearsAs }: SMTPServerSession): string =>
  /^[\w.:[\]-]{1,255}$/.test(hostNameAppearsAs) ? hostNameAppearsAs : 'unknown';

/** Servers that the mail passed, each with a line of its own. */
function hopsOf(content: Buffer): number {
  const end = /\r?\n\r?\n/.exec(content.toString('latin1', 0, 200_000));
  const head = content.toString('latin1', 0, end ? end.index : 200_000);
  return head.match(/^Received:/gim)?.length ?? 0;
}

const refusalOf = (error: unknown): Refusal => (error instanceof Refusal ? error : later());
