import type { Socket } from 'node:net';
import { needsUtf8 } from '../../smtp/utf8-addresses.js';
import { cleanReply } from '../../smtp/reply.js';
import { Conversation, type ServerReply } from './conversation.js';
import { signIn } from './sign-in.js';
import { fault, type Facts, type ProbeStage, type Seen, type StageError } from './stage.js';
import { StagedProbe, type Probed, type ProbeOptions, type ProbeResult } from './staged-probe.js';

export interface SmtpProbe extends Probed {
  /** The address that mail is to leave from, as it may stand in an envelope. The test writes to it and to nobody else. */
  readonly address: string;
  /** The whole message of a test mail to `address`; without it nothing is sent. */
  readonly testMail?: Buffer;
  /** How this machine names itself (RFC 5321 4.1.1.1). */
  readonly localName: string;
}

/**
 * Goes through an account as a mail would, stage by stage, and stops at the first that fails. It never throws for what a server does.
 * @throws the signal's reason when it was aborted
 */
export async function probeSmtp(probe: SmtpProbe, options: ProbeOptions): Promise<ProbeResult> {
  const run = new Probe(probe, options, 'smtp');
  try {
    return await run.all();
  } finally {
    run.close();
  }
}

class Probe extends StagedProbe<SmtpProbe, Conversation> {
  #offers: readonly string[] = [];

  protected do(stage: ProbeStage): Promise<Seen | undefined> {
    if (stage === 'tls') return this.#unencrypted();
    if (stage === 'capabilities') return this.#capabilities();
    if (stage === 'signIn') return this.#signIn();
    return stage === 'sender' ? this.#sender() : this.#testMail();
  }

  protected async begin(socket: Socket): Promise<string> {
    this.talk = new Conversation(socket, this.transcript, this.limits.greeting);
    return this.#expect(await this.talk.reply(), 220).said;
  }

  protected async startTls(): Promise<void> {
    await this.#hello();
    if (!this.#offers.includes('STARTTLS')) throw fault('NOTLS', this.#offers.join(', '));
    this.#expect(await this.talk!.command('STARTTLS'), 220);
  }

  protected leave(): Promise<unknown> {
    return this.talk!.command('QUIT');
  }

  #unencrypted(): Promise<undefined> {
    return this.probe.credentials ? Promise.reject(fault('NOTLS')) : Promise.resolve(undefined);
  }

  /** What was offered before STARTTLS counts no more (RFC 3207 4.2). */
  async #capabilities(): Promise<Seen> {
    await this.#hello();
    return { offers: this.#offers.join(', ') };
  }

  async #hello(): Promise<void> {
    const reply = this.#expect(await this.talk!.command(`EHLO ${this.probe.localName}`), 250);
    this.#offers = reply.lines.slice(1).map((line) => line.trim().toUpperCase());
  }

  async #signIn(): Promise<Seen | undefined> {
    const { credentials } = this.probe;
    if (!credentials) return undefined;
    const offered = this.#offers
      .filter((line) => /^AUTH[ =]/.test(line))
      .flatMap((line) => line.slice(5).split(/\s+/))
      .filter(Boolean);
    return { mechanism: await signIn(this.talk!, credentials, offered), user: credentials.user };
  }

  async #sender(): Promise<Seen> {
    await this.#envelope();
    await this.talk!.command('RSET');
    return { address: this.probe.address };
  }

  async #envelope(): Promise<void> {
    const { address } = this.probe;
    const utf8 = needsUtf8(address);
    if (utf8 && !this.#offers.includes('SMTPUTF8')) throw fault('NOUTF8', 'SMTPUTF8 is not offered.');
    this.#expect(await this.talk!.command(`MAIL FROM:<${address}>${utf8 ? ' SMTPUTF8' : ''}`), 250);
    const reply = await this.talk!.command(`RCPT TO:<${address}>`);
    if (reply.code !== 250 && reply.code !== 251) throw refused(reply, { command: 'RCPT' });
  }

  async #testMail(): Promise<Seen | undefined> {
    const { testMail } = this.probe;
    if (!testMail) return undefined;
    await this.#envelope();
    this.#expect(await this.talk!.command('DATA'), 354);
    this.transcript.note(`test mail, ${testMail.length} bytes`);
    this.talk!.write(dotted(testMail));
    const { said } = this.#expect(await this.talk!.reply(), 250);
    return { said: cleanReply(said) };
  }

  #expect(reply: ServerReply, code: number): ServerReply {
    if (reply.code !== code) throw refused(reply);
    return reply;
  }
}

const refused = ({ code, said }: ServerReply, facts?: Facts): StageError => fault('REPLY', said, code, facts);

/** RFC 5321 4.5.2, and the end of the message. */
const dotted = (message: Buffer): Buffer =>
  Buffer.from(
    `${message
      .toString('latin1')
      .replace(/\r?\n/g, '\r\n')
      .replace(/^\./gm, '..')
      .replace(/(?:\r\n)?$/, '\r\n')}.\r\n`,
    'latin1',
  );
