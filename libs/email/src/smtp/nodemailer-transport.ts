import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { classify, type SmtpError } from './classify.js';
import type { Delivery, MailTransport, SendOutcome } from './mail-transport.js';

export interface SmtpAccount {
  /** smtp://user:password@host:port, or smtps:// */
  readonly url: string;
  /** Connections at most. */
  readonly connections?: number;
}

/** Each longer than the server's own limits would be a reason to wait (RFC 5321 4.5.3.2 allows minutes; a run's activity does not). */
const timeouts = {
  connectionTimeout: 5_000,
  greetingTimeout: 5_000,
  socketTimeout: 15_000,
  dnsTimeout: 5_000,
};
const CALLED_OFF = 'CUELINE_CALLED_OFF';

/** The little of a nodemailer transporter that is used. */
interface Pool {
  sendMail(mail: {
    envelope: { from: string; to: string };
    raw: string;
    handOver: HandOverStream;
  }): Promise<{ response: string }>;
  close(): void;
}

/** One pool of connections for one account. */
export function nodemailerTransport({ url, connections = 4 }: SmtpAccount): MailTransport {
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...timeouts,
  } as Parameters<typeof createTransport>[0]);
  // A stream given as content would be read at once, before the server is asked for anything. The pool takes the message's own
  // stream when it has a connection, and reads it when the server has answered DATA.
  transporter.use('stream', (mail, done) => {
    const { handOver } = mail.data as { handOver: HandOverStream };
    mail.message.createReadStream = () =>
      handOver.onlyOnce() as ReturnType<typeof mail.message.createReadStream>;
    done();
  });
  return { deliver: (delivery) => deliver(transporter as Pool, delivery), close: () => transporter.close() };
}

async function deliver(transporter: Pool, delivery: Delivery): Promise<SendOutcome> {
  const stream = new HandOverStream(delivery);
  try {
    const { response } = await transporter.sendMail({
      envelope: { ...delivery.envelope },
      raw: '',
      handOver: stream,
    });
    return { type: 'accepted', reply: response };
  } catch (error) {
    if (stream.calledOff) return { type: 'calledOff' };
    if (stream.fault) throw stream.fault;
    return classify(error as SmtpError, stream.handedOver);
  }
}

/** The message as a stream that asks before it gives its first byte; the library first reads it when the server has answered DATA. */
class HandOverStream extends Readable {
  handedOver = false;
  calledOff = false;
  fault: Error | undefined;
  #asked = false;

  constructor(private readonly delivery: Delivery) {
    super({ highWaterMark: 0 });
  }

  /** The pool takes a mail to another connection when one was closed while idle; never again once the message was asked for. */
  onlyOnce(): Readable {
    return this.#asked
      ? new Readable({ read: () => undefined }).destroy(new Error('The message has left already.'))
      : this;
  }

  override _read(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.delivery.onHandOver().then(
      (go) => {
        this.handedOver = go;
        this.calledOff = !go;
        if (!go) return void this.destroy(new Error(CALLED_OFF));
        this.push(this.delivery.message);
        this.push(null);
      },
      (error: Error) => {
        this.fault = error;
        this.destroy(error);
      },
    );
  }
}
