import { createTransport } from 'nodemailer';
import { classify, type SmtpError } from './classify.js';
import { HandOver } from './hand-over.js';
import type { Delivery, MailTransport, SendOutcome } from './mail-transport.js';
import { cleanReply } from './reply.js';

/**
 * Milliseconds. A server may take minutes (RFC 5321 4.5.3.2), a run's activity does not; and whoever holds a send in hand must have let go
 * of it before its claim runs out, so `handOver` plus `answer` stays below the ledger's lease.
 */
export const smtpTimeouts = {
  connection: 5_000,
  greeting: 5_000,
  dns: 5_000,
  /** Silence on the socket. */
  silence: 12_000,
  /** From DATA's 354 to the answer of onHandOver. */
  handOver: 5_000,
  /** From the first byte of the message to the server's reply, however slowly it trickles. */
  answer: 13_000,
} as const;

export interface SmtpAccount {
  /** smtp://user:password@host:port, or smtps:// */
  readonly url: string;
  /** Connections at most. */
  readonly connections?: number;
  readonly timeouts?: Partial<Record<keyof typeof smtpTimeouts, number>>;
}

/** The little of a nodemailer transporter that is used. */
interface Pool {
  sendMail(mail: {
    envelope: { from: string; to: string };
    raw: string;
    handOver: HandOver;
    signal: AbortSignal;
  }): Promise<{ response: string }>;
  close(): void;
}

/** One pool of connections for one account. */
export function nodemailerTransport({ url, connections = 4, timeouts }: SmtpAccount): MailTransport {
  const limits = { ...smtpTimeouts, ...timeouts };
  const transporter = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: Infinity,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    dnsTimeout: limits.dns,
    socketTimeout: limits.silence,
  } as Parameters<typeof createTransport>[0]);
  // A stream given as content would be read at once, before the server is asked for anything. The pool takes the message's own
  // stream when it has a connection, and reads it when the server has answered DATA.
  transporter.use('stream', (mail, done) => {
    const { handOver } = mail.data as { handOver: HandOver };
    mail.message.createReadStream = () => handOver.stream();
    done();
  });
  return {
    deliver: (delivery) => deliver(transporter, delivery, limits),
    close: () => transporter.close(),
  };
}

async function deliver(
  transporter: Pool,
  delivery: Delivery,
  limits: Readonly<Record<keyof typeof smtpTimeouts, number>>,
): Promise<SendOutcome> {
  const tooLate = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const abort = () => tooLate.abort();
  const handOver = new HandOver(
    delivery,
    limits.handOver,
    () => (timer = setTimeout(abort, limits.answer)),
    abort,
  );
  try {
    const { response } = await transporter.sendMail({
      envelope: { ...delivery.envelope },
      raw: '',
      handOver,
      signal: tooLate.signal,
    });
    return { type: 'accepted', reply: cleanReply(response) };
  } catch (error) {
    handOver.end();
    await handOver.answered;
    if (handOver.fault) throw handOver.fault;
    if (handOver.calledOff) return { type: 'calledOff' };
    return classify(error as SmtpError, handOver);
  } finally {
    clearTimeout(timer);
  }
}
