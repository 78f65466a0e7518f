import type { Socket } from 'node:net';
import { fault, StageError, type ProtocolFault } from './stage.js';
import type { Transcript } from './transcript.js';

/** A reply line is 512 octets at most (RFC 5321 4.5.3.1.5); real servers write more, none writes this much. */
const LINE_OCTETS = 4_096;

interface Waiting {
  readonly resolve: (line: string) => void;
  readonly reject: (error: Error) => void;
}

/** What a protocol calls a peer that does not speak it, and how many lines one answer has at most. */
export interface Manners {
  readonly nonsense: ProtocolFault;
  readonly mostLines: number;
}

/** Lines over one socket. The server is hostile: every line, answer and silence has its limit. */
export class Lines {
  #socket!: Socket;
  #rest = '';
  #lines: string[] = [];
  #waiting: Waiting | undefined;
  #ended: Error | undefined;
  readonly #onData = (chunk: Buffer) => this.#take(chunk);
  readonly #onError = (error: NodeJS.ErrnoException) =>
    this.#end(new StageError(error.code ?? 'CLOSED', error.message));
  readonly #onClose = () => this.#end(fault('CLOSED', 'The server closed the connection.'));

  constructor(
    socket: Socket,
    protected readonly transcript: Transcript,
    private readonly limitMs: number,
    protected readonly manners: Manners,
  ) {
    this.use(socket);
  }

  /** From now on over this socket: after the TLS handshake. */
  use(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', this.#onData).on('error', this.#onError).on('close', this.#onClose);
  }

  /** The bare socket for a TLS handshake. Nothing may have arrived that was not asked for (RFC 3207 4.2). */
  release(): Socket {
    if (this.#lines.length > 0 || this.#rest !== '') {
      this.#lines.forEach((line) => this.transcript.server(line));
      throw fault('INJECTED', this.#lines[0] ?? this.#rest);
    }
    const socket = this.#socket;
    socket.off('data', this.#onData).off('error', this.#onError).off('close', this.#onClose);
    return socket;
  }

  write(text: string | Buffer): void {
    if (!this.#ended) this.#socket.write(text);
  }

  /** @param shown what the transcript has, for lines that carry a secret */
  protected send(line: string, shown?: string): void {
    if (shown === undefined) this.transcript.client(line);
    else this.transcript.secret(shown);
    this.write(`${line}\r\n`);
  }

  close(): void {
    this.#socket.destroy();
  }

  protected async line(): Promise<string> {
    const line = await this.#line();
    this.transcript.server(line);
    return line;
  }

  #line(): Promise<string> {
    const line = this.#lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    if (this.#ended) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => this.#end(fault('SILENT', `No answer within ${this.limitMs / 1000} seconds.`)),
        this.limitMs,
      );
      const settled =
        <T>(then: (value: T) => void) =>
        (value: T) => {
          clearTimeout(timer);
          this.#waiting = undefined;
          then(value);
        };
      this.#waiting = { resolve: settled(resolve), reject: settled(reject) };
    });
  }

  #take(chunk: Buffer): void {
    const parts = (this.#rest + chunk.toString('utf8')).split('\n');
    this.#rest = parts.pop()!;
    this.#lines.push(...parts.map((line) => line.replace(/\r$/, '')));
    if (this.#rest.length > LINE_OCTETS || this.#lines.length > 2 * this.manners.mostLines)
      return this.#end(fault(this.manners.nonsense, (this.#lines[0] ?? this.#rest).slice(0, 200)));
    if (this.#waiting && this.#lines.length > 0) this.#waiting.resolve(this.#lines.shift()!);
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#waiting?.reject(this.#ended);
    this.#socket.destroy();
  }
}
