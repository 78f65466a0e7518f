import type { Socket } from 'node:net';
import { cleanReply } from '../../smtp/reply.js';
import type { Endpoint } from '../endpoint.js';
import type { Network } from '../network/network.js';
import { handshake } from './handshake.js';
import type { Lines } from './lines.js';
import { otherPort, speaks } from './other-port.js';
import { secretsOf, type Credentials } from './sign-in.js';
import {
  probeStages,
  StageError,
  type Facts,
  type Failure,
  type MailProtocol,
  type ProbeStage,
  type Seen,
  type StageResult,
} from './stage.js';
import { Transcript } from './transcript.js';

/** What is tested, whatever it speaks. */
export interface Probed extends Endpoint {
  /** None where the server lets this machine in without. */
  readonly credentials?: Credentials;
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

/** One way through an account, stage by stage, up to the first that fails. It never throws for what a server does. */
export abstract class StagedProbe<Settings extends Probed, Talk extends Lines> {
  protected readonly transcript: Transcript;
  protected readonly limits: Readonly<Record<keyof typeof probeLimits, number>>;
  protected talk: Talk | undefined;
  readonly #stages: StageResult[] = [];
  #socket: Socket | undefined;
  readonly #abort = () => this.close();

  constructor(
    protected readonly probe: Settings,
    private readonly options: ProbeOptions,
    private readonly protocol: MailProtocol,
  ) {
    this.transcript = new Transcript(secretsOf(probe.credentials));
    this.limits = { ...probeLimits, ...options.limits };
    options.signal.addEventListener('abort', this.#abort);
  }

  /** Everything beyond the connection. @returns what was seen, undefined when the stage has nothing to do */
  protected abstract do(stage: ProbeStage): Promise<Seen | undefined>;
  /** Begins to talk. @returns the greeting */
  protected abstract begin(socket: Socket): Promise<string>;
  /** Asks for encryption where that is agreed on first; nothing more is said until there is some. */
  protected abstract startTls(): Promise<void>;
  protected abstract leave(): Promise<unknown>;

  close(): void {
    this.options.signal.removeEventListener('abort', this.#abort);
    this.talk?.close();
    this.#socket?.destroy();
  }

  /** @throws the signal's reason when it was aborted */
  async all(): Promise<ProbeResult> {
    for (const stage of probeStages[this.protocol]) {
      const started = performance.now();
      const end = (result: StageResult['result'], seen: Seen) => {
        const one = { stage, result, ms: Math.round(performance.now() - started), seen };
        this.#stages.push(one);
        this.options.onStage?.(one);
      };
      try {
        this.options.signal.throwIfAborted();
        const seen = await this.#pass(stage);
        end(seen ? 'ok' : 'skipped', seen ?? {});
      } catch (error) {
        this.options.signal.throwIfAborted();
        const failure = await this.#explained(stage, error);
        this.options.signal.throwIfAborted();
        end('failed', {});
        return this.#result(failure);
      }
    }
    await this.leave().catch(() => undefined);
    return this.#result(undefined);
  }

  #result(failure: Failure | undefined): ProbeResult {
    const { lines } = this.transcript;
    return { ok: !failure, stages: this.#stages, failure, transcript: [...lines] };
  }

  #pass(stage: ProbeStage): Promise<Seen | undefined> {
    if (stage === 'dns') return this.#dns();
    if (stage === 'tcp') return this.#tcp();
    if (stage === 'greeting') return this.#greeting();
    return stage === 'tls' && this.probe.security !== 'none' ? this.#tls() : this.do(stage);
  }

  async #dns(): Promise<Seen> {
    const found = await this.options.network.addresses(this.probe.host);
    return { addresses: found.slice(0, 4).join(', ') };
  }

  async #tcp(): Promise<Seen> {
    const { host, port } = this.probe;
    const within = AbortSignal.any([this.options.signal, AbortSignal.timeout(this.limits.connect)]);
    this.#socket = await this.options.network.connect(host, port, within);
    this.transcript.note(`connected to ${host}:${port}`);
    return { address: this.#socket.remoteAddress ?? '' };
  }

  /** Where a connection is encrypted from its first byte the handshake comes before the greeting, and is told as its own stage. */
  async #greeting(): Promise<Seen | undefined> {
    if (this.probe.security === 'tls') return undefined;
    return { said: cleanReply(await this.begin(this.#socket!)) };
  }

  async #tls(): Promise<Seen | undefined> {
    const { host, security, authorities } = this.probe;
    if (security === 'starttls') await this.startTls();
    const bare = this.talk?.release() ?? this.#socket!;
    const { socket, seen } = await handshake(bare, host, this.limits.greeting, authorities);
    this.transcript.note(`encrypted with ${seen['protocol'] ?? 'TLS'}`);
    if (this.talk) {
      this.talk.use(socket);
      return seen;
    }
    return { ...seen, said: cleanReply(await this.begin(socket)) };
  }

  async #explained(stage: ProbeStage, error: unknown): Promise<Failure> {
    const { code, said, replyCode, facts } = stageErrorOf(error);
    const more =
      stage === 'tcp' || stage === 'greeting' || stage === 'tls' ? await this.#tried(stage, code) : {};
    const shown = cleanReply(this.transcript.hidden(said));
    this.transcript.note(`${stage}: ${code}`);
    return { stage, code, said: shown, replyCode, facts: { ...facts, ...more } };
  }

  /** Another port, or the other kind of encryption on this one. */
  async #tried(stage: ProbeStage, code: string): Promise<Facts> {
    const { host, port, security } = this.probe;
    const line = { ...this.options, host, protocol: this.protocol };
    if (stage === 'tcp') return { otherPort: await otherPort(line, port, this.limits.secondLook) };
    const isOther =
      ['SILENT', 'CLOSED', 'NOTSMTP', 'NOTIMAP'].includes(code) ||
      /^(?:ERR_SSL|EPROTO|ECONNRESET)/.test(code);
    const found = isOther ? await speaks(line, port, this.limits.secondLook) : undefined;
    return found && found !== security ? { speaks: found } : {};
  }
}

function stageErrorOf(error: unknown): StageError {
  if (error instanceof StageError) return error;
  const { code, name, message } = error as NodeJS.ErrnoException;
  return new StageError(name === 'TimeoutError' ? 'ETIMEDOUT' : (code ?? 'CLOSED'), message);
}
