import { createTransport } from 'nodemailer';
import { isOneAddress } from '../message/address.js';
import { classify, type SmtpError } from './classify.js';
import { HandOver } from './hand-over.js';
import type { Delivery, Envelope, MailTransport, SendOutcome } from './mail-transport.js';
import { providerMessageIdIn } from './provider-message-id.js';
import { cleanReply } from './reply.js';
import { optionsOf, type SmtpServer } from './smtp-server.js';
import { needsUtf8, Utf8Addresses } from './utf8-addresses.js';

/**
 * Milliseconds. A server may take minutes (RFC 5321 4.5.3.2), a run's activity does not; and whoever holds a send in hand must have let go
 * of it before its claim runs out, so `handOver` plus `answer` stays below the ledger's lease.
 */
export const smtpTimeouts = {
  connection: 5_000,
  greeting: 5_000,
  dns: 5_000,
  /** Without a mail; then we close the connection, before the silence counts as a fault. */
  idle: 10_000,
  /** Silence on the socket. */
  silence: 12_000,
  /** From DATA's 354 to the answer of onHandOver. */
  handOver: 5_000,
  /** From the first byte of the message to the server's reply, however slowly it trickles. */
  answer: 13_000,
} as const;

export type SmtpAccount = (
  | { /** smtp://user:password@host:port, or smtps:// */ readonly url: string }
  | { readonly server: SmtpServer }
) & {
  /** Connections at most. */
  readonly connections?: number;
  readonly timeouts?: Partial<Record<keyof typeof smtpTimeouts, number>>;
};

/** The little of a nodemailer transporter that is used. */
interface Pool {
  verify(): Promise<unknown>;
  sendMail(mail: {
    envelope: { from: string; to: string };
    raw: string;
    handOver: HandOver;
    signal: AbortSignal;
  }): Promise<{ response: string }>;
  close(): void;
}

/** One pool of connections for one account. */
export function nodemailerTransport({ connections = 4, timeouts, ...account }: SmtpAccount): MailTransport {
  const limits = { ...smtpTimeouts, ...timeouts };
  const options = {
    ...('url' in account ? { url: account.url } : optionsOf(account.server)),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    dnsTimeout: limits.dns,
    socketTimeout: limits.silence,
  };
  const transporter = createTransport({
    ...options,
    pool: true,
    idleTimeout: limits.idle,
    maxConnections: connections,
    maxMessages: Infinity,
  } as Parameters<typeof createTransport>[0]);
  const utf8Addresses = new Utf8Addresses(options);
  // A stream given as content would be read at once, before the server is asked for anything. The pool takes the message's own
  // stream when it has a connection, and reads it when the server has answered DATA.
  transporter.use('stream', (mail, done) => {
    const { handOver } = mail.data as { handOver: HandOver };
    mail.message.createReadStream = () => handOver.stream();
    done();
  });
  return {
    deliver: async (delivery) =>
      badEnvelope(delivery.envelope) ??
      (await utf8Refusal(utf8Addresses, delivery.envelope)) ??
      deliver(transporter, delivery, limits),
    check: () => check(transporter),
    close: () => transporter.close(),
  };
}

async function check(transporter: Pick<Pool, 'verify'>): Promise<SendOutcome> {
  try {
    await transporter.verify();
    return { type: 'accepted', reply: '' };
  } catch (error) {
    return classify(error as SmtpError, { handedOver: false, left: false });
  }
}

/** An envelope goes into commands as it is: what is more than one address could be a command of its own. */
function badEnvelope({ from, to }: Envelope): SendOutcome | undefined {
  const failed = { code: 'EENVELOPE', reply: 'This is not one address.', handedOver: false };
  if (!isOneAddress(from)) return { type: 'account', cause: 'senderRejected', ...failed };
  return isOneAddress(to) ? undefined : { type: 'refused', cause: 'userUnknown', ...failed };
}

/** Why a mail whose addresses hold letters beyond ASCII cannot be given to this server; undefined for every other mail. */
async function utf8Refusal(server: Utf8Addresses, { from, to }: Envelope): Promise<SendOutcome | undefined> {
  if (!needsUtf8(from) && !needsUtf8(to)) return undefined;
  try {
    if (await server.areOffered()) return undefined;
  } catch (error) {
    return classify(error as SmtpError, { handedOver: false, left: false });
  }
  const reply = 'SMTPUTF8 is not offered.';
  const failed = { code: 'ESMTPUTF8', reply, handedOver: false };
  // One's own address is in the way of every mail, a recipient's of this one.
  return needsUtf8(from)
    ? { type: 'account', cause: 'senderRejected', ...failed }
    : { type: 'refused', cause: 'addressLetters', ...failed };
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
    const reply = cleanReply(response);
    return { type: 'accepted', reply, providerMessageId: providerMessageIdIn(reply) };
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

export type { AccessToken, SmtpSecret, SmtpServer } from './smtp-server.js';
