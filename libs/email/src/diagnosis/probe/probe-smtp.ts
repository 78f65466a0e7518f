import type { Socket } from 'node:net';
import { needsUtf8 } from '../../smtp/utf8-addresses.js';
import { cleanReply } from '../../smtp/reply.js';
import type { Endpoint } from '../endpoint.js';
import type { Network } from '../network/network.js';
import { Conversation, type ServerReply } from './conversation.js';
import { handshake } from './handshake.js';
import { otherPort, speaks } from './other-port.js';
import { secretsOf, signIn, type Credentials } from './sign-in.js';
import {
  fault,
  probeStages,
  StageError,
  type Facts,
  type Failure,
  type ProbeStage,
  type Seen,
  type StageResult,
} from './stage.js';
import { Transcript } from './transcript.js';

export interface SmtpProbe extends Endpoint {
  /** The address that mail is to leave from, as it may stand in an envelope. The test writes to it and to nobody else. */
  readonly address: string;
  /** None where the server lets this machine send without. */
  readonly credentials?: Credentials;
  /** The whole message of a test mail to `address`; without it nothing is sent. */
  readonly testMail?: Buffer;
  /** How this machine names itself (RFC 5321 4.1.1.1). */
  readonly localName: string;
  /** Certificates (PEM) that the operator trusts beside the runtime's. */
  readonly authorities?: readonly string[];
}

export interface ProbeResult {
  readonly ok: boolean;
  readonly stages: readonly StageResult[];
  readonly failure: Failure | undefined;
  readonly transcript: readonly string[];
}

export interface ProbeOptions {
  readonly network: Network;
  readonly signal: AbortSignal;
  /** Called as each stage ends. */
  readonly onStage?: (result: StageResult) => void;
  readonly limits?: Partial<Record<keyof typeof probeLimits, number>>;
}

/** Milliseconds. */
export const probeLimits = { connect: 6_000, greeting: 8_000, command: 15_000, secondLook: 3_000 } as const;

/**
 * Goes through an account as a mail would, stage by stage, and stops at the first that fails. It never throws for what a server does.
 * @throws the signal's reason when it was aborted
 */
export async function probeSmtp(probe: SmtpProbe, options: ProbeOptions): Promise<ProbeResult> {
  const run = new Probe(probe, options);
  try {
    return await run.all();
  } finally {
    run.close();
  }
}

class Probe {
  readonly #stages: StageResult[] = [];
  readonly #transcript: Transcript;
  readonly #limits: Readonly<Record<keyof typeof probeLimits, number>>;
  #socket: Socket | undefined;
  #talk: Conversation | undefined;
  #offers: readonly string[] = [];
  readonly #abort = () => this.close();

  constructor(
    private readonly probe: SmtpProbe,
    private readonly options: ProbeOptions,
  ) {
    this.#transcript = new Transcript(secretsOf(probe.credentials));
    this.#limits = { ...probeLimits, ...options.limits };
    options.signal.addEventListener('abort', this.#abort);
  }

  close(): void {
    this.options.signal.removeEventListener('abort', this.#abort);
    this.#talk?.close();
    this.#socket?.destroy();
  }

  async all(): Promise<ProbeResult> {
    for (const stage of probeStages) {
      const started = performance.now();
      const end = (result: StageResult['result'], seen: Seen) => {
        const one = { stage, result, ms: Math.round(performance.now() - started), seen };
        this.#stages.push(one);
        this.options.onStage?.(one);
      };
      try {
        this.options.signal.throwIfAborted();
        const seen = await this.#do(stage);
        end(seen ? 'ok' : 'skipped', seen ?? {});
      } catch (error) {
        this.options.signal.throwIfAborted();
        const failure = await this.#explained(stage, error);
        this.options.signal.throwIfAborted();
        end('failed', {});
        return this.#result(failure);
      }
    }
    await this.#talk!.command('QUIT').catch(() => undefined);
    return this.#result(undefined);
  }

  #result(failure: Failure | undefined): ProbeResult {
    const { lines } = this.#transcript;
    return { ok: !failure, stages: this.#stages, failure, transcript: [...lines] };
  }

  /** @returns what was seen, undefined when the stage has nothing to do */
  #do(stage: ProbeStage): Promise<Seen | undefined> {
    const steps: Readonly<Record<ProbeStage, () => Promise<Seen | undefined>>> = {
      dns: () => this.#dns(),
      tcp: () => this.#tcp(),
      greeting: () => this.#greeting(),
      tls: () => this.#tls(),
      capabilities: () => this.#capabilities(),
      signIn: () => this.#signIn(),
      sender: () => this.#sender(),
      testMail: () => this.#testMail(),
    };
    return steps[stage]();
  }

  async #dns(): Promise<Seen> {
    const found = await this.options.network.addresses(this.probe.host);
    return { addresses: found.slice(0, 4).join(', ') };
  }

  async #tcp(): Promise<Seen> {
    const { host, port } = this.probe;
    const within = AbortSignal.any([this.options.signal, AbortSignal.timeout(this.#limits.connect)]);
    this.#socket = await this.options.network.connect(host, port, within);
    this.#transcript.note(`connected to ${host}:${port}`);
    return { address: this.#socket.remoteAddress ?? '' };
  }

  /** Where a connection is encrypted from its first byte the handshake comes before the greeting, and is told as its own stage. */
  async #greeting(): Promise<Seen | undefined> {
    if (this.probe.security === 'tls') return undefined;
    const { said } = await this.#begin(this.#socket!);
    return { said: cleanReply(said) };
  }

  async #begin(socket: Socket): Promise<ServerReply> {
    this.#talk = new Conversation(socket, this.#transcript, this.#limits.greeting);
    return this.#expect(await this.#talk.reply(), 220);
  }

  async #tls(): Promise<Seen | undefined> {
    const { security, credentials } = this.probe;
    if (security === 'none') {
      if (credentials) throw fault('NOTLS');
      return undefined;
    }
    if (security === 'starttls') {
      await this.#hello();
      if (!this.#offers.includes('STARTTLS')) throw fault('NOTLS', this.#offers.join(', '));
      this.#expect(await this.#talk!.command('STARTTLS'), 220);
    }
    const { host, authorities } = this.probe;
    const bare = this.#talk?.release() ?? this.#socket!;
    const { socket, seen } = await handshake(bare, host, this.#limits.greeting, authorities);
    this.#transcript.note(`encrypted with ${seen['protocol'] ?? 'TLS'}`);
    if (this.#talk) {
      this.#talk.use(socket);
      return seen;
    }
    const { said } = await this.#begin(socket);
    return { ...seen, said: cleanReply(said) };
  }

  /** What was offered before STARTTLS counts no more (RFC 3207 4.2). */
  async #capabilities(): Promise<Seen> {
    await this.#hello();
    return { offers: this.#offers.join(', ') };
  }

  async #hello(): Promise<void> {
    const reply = this.#expect(await this.#talk!.command(`EHLO ${this.probe.localName}`), 250);
    this.#offers = reply.lines.slice(1).map((line) => line.trim().toUpperCase());
  }

  async #signIn(): Promise<Seen | undefined> {
    const { credentials } = this.probe;
    if (!credentials) return undefined;
    const offered = this.#offers
      .filter((line) => /^AUTH[ =]/.test(line))
      .flatMap((line) => line.slice(5).split(/\s+/))
      .filter(Boolean);
    return { mechanism: await signIn(this.#talk!, credentials, offered), user: credentials.user };
  }

  async #sender(): Promise<Seen> {
    await this.#envelope();
    await this.#talk!.command('RSET');
    return { address: this.probe.address };
  }

  async #envelope(): Promise<void> {
    const { address } = this.probe;
    const utf8 = needsUtf8(address);
    if (utf8 && !this.#offers.includes('SMTPUTF8')) throw fault('NOUTF8', 'SMTPUTF8 is not offered.');
    this.#expect(await this.#talk!.command(`MAIL FROM:<${address}>${utf8 ? ' SMTPUTF8' : ''}`), 250);
    const reply = await this.#talk!.command(`RCPT TO:<${address}>`);
    if (reply.code !== 250 && reply.code !== 251) throw refused(reply, { command: 'RCPT' });
  }

  async #testMail(): Promise<Seen | undefined> {
    const { testMail } = this.probe;
    if (!testMail) return undefined;
    await this.#envelope();
    this.#expect(await this.#talk!.command('DATA'), 354);
    this.#transcript.note(`test mail, ${testMail.length} bytes`);
    this.#talk!.write(dotted(testMail));
    const { said } = this.#expect(await this.#talk!.reply(), 250);
    return { said: cleanReply(said) };
  }

  #expect(reply: ServerReply, code: number): ServerReply {
    if (reply.code !== code) throw refused(reply);
    return reply;
  }

  async #explained(stage: ProbeStage, error: unknown): Promise<Failure> {
    const { code, said, replyCode, facts } = stageErrorOf(error);
    const more =
      stage === 'tcp' || stage === 'greeting' || stage === 'tls' ? await this.#tried(stage, code) : {};
    const shown = cleanReply(this.#transcript.hidden(said));
    this.#transcript.note(`${stage}: ${code}`);
    return { stage, code, said: shown, replyCode, facts: { ...facts, ...more } };
  }

  /** Another port, or the other kind of encryption on this one. */
  async #tried(stage: ProbeStage, code: string): Promise<Facts> {
    const { host, port, security } = this.probe;
    const { network, signal } = this.options;
    if (stage === 'tcp')
      return { otherPort: await otherPort(network, host, port, signal, this.#limits.secondLook) };
    if (!['SILENT', 'CLOSED', 'NOTSMTP'].includes(code) && !/^(?:ERR_SSL|EPROTO|ECONNRESET)/.test(code))
      return {};
    const found = await speaks(network, host, port, signal, this.#limits.secondLook);
    return found && found !== security ? { speaks: found } : {};
  }
}

const refused = ({ code, said }: ServerReply, facts?: Facts): StageError => fault('REPLY', said, code, facts);

function stageErrorOf(error: unknown): StageError {
  if (error instanceof StageError) return error;
  const { code, name, message } = error as NodeJS.ErrnoException;
  return new StageError(name === 'TimeoutError' ? 'ETIMEDOUT' : (code ?? 'CLOSED'), message);
}

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
