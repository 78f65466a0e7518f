import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';

export type Step =
  'GREETING' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'DOT' | 'RSET' | 'QUIT';

/** What the server says at each step: a reply, null to drop the connection, a function to decide when it comes to it. An empty reply says nothing. */
export type Script = Partial<
  Record<Step | 'SECRET', string | null | ((times: number) => string | null | Promise<string | null>)>
>;

const usual: Readonly<Record<string, string>> = {
  GREETING: '220 scripted',
  EHLO: '250 scripted',
  STARTTLS: '220 2.0.0 go on',
  AUTH: '235 2.7.0 signed in',
  SECRET: '235 2.7.0 signed in',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  DOT: '250 2.0.0 queued as 1',
  RSET: '250 2.0.0 ok',
  QUIT: '221 2.0.0 bye',
};

export interface ServerTls {
  readonly cert: string | Buffer;
  readonly key: string | Buffer;
  /** From the first byte, without STARTTLS. */
  readonly implicit?: boolean;
}

const certificate = (kind: 'crt' | 'key') =>
  readFileSync(new URL(`../../../testkit/src/tls/receiver.${kind}`, import.meta.url));
let unsigned: ServerTls | undefined;
const unsignedTls = () => (unsigned ??= { cert: certificate('crt'), key: certificate('key') });

/**
 * An SMTP server on a real socket that answers by a script and keeps what it saw: verbs, and `DOT` with the message before it. What it offers is what its EHLO
 * says; a STARTTLS that it accepts is answered with the given certificate, else with one for localhost and 127.0.0.1 that nobody has signed.
 */
export class ScriptedServer {
  readonly seen: string[] = [];
  /** Commands as they came. */
  readonly lines: string[] = [];
  readonly messages: string[] = [];
  readonly sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #times = new Map<Step | 'SECRET', number>();

  /** @param pieces how a reply is cut into what is written at once */
  constructor(
    private readonly script: Script,
    readonly pieces: (reply: string) => readonly string[] = (reply) => [reply],
    readonly tls?: ServerTls,
  ) {
    this.#server = createServer((socket) => {
      socket.setNoDelay();
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      const session = new Session(socket, this);
      if (tls?.implicit) session.protect();
      session.greet();
    });
  }

  /** @returns the address for a transport */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
  }

  async answer(step: Step | 'SECRET'): Promise<string | null> {
    const times = (this.#times.get(step) ?? 0) + 1;
    this.#times.set(step, times);
    const said = this.script[step];
    if (said === undefined) return usual[step] ?? '500 5.5.2 unknown command';
    return typeof said === 'function' ? said(times) : said;
  }
}

class Session {
  #body: string[] | undefined;
  #rest = '';
  /** The next line answers a challenge of AUTH (RFC 4954 4). */
  #isChallenged = false;
  #turn = Promise.resolve();

  constructor(
    private socket: Socket,
    private readonly server: ScriptedServer,
  ) {
    this.#listen();
  }

  #listen(): void {
    this.socket.on('data', (chunk) => {
      const lines = (this.#rest + chunk.toString()).split('\r\n');
      this.#rest = lines.pop()!;
      for (const line of lines) this.#turn = this.#turn.then(() => this.#line(line));
    });
  }

  /** What came before the handshake is no command of the protected connection (RFC 3207 4.2). */
  protect(): void {
    this.#rest = '';
    this.socket.removeAllListeners('data');
    const secureContext = createSecureContext(this.server.tls ?? unsignedTls());
    this.socket = new TLSSocket(this.socket, { isServer: true, secureContext });
    this.socket.on('error', () => undefined);
    this.#listen();
  }

  greet(): void {
    this.#turn = this.#say('GREETING').then(() => undefined);
  }

  async #line(line: string): Promise<void> {
    if (this.#body) {
      if (line !== '.') return void this.#body.push(line);
      this.server.seen.push('DOT');
      this.server.messages.push(this.#body.join('\r\n'));
      this.#body = undefined;
      await this.#say('DOT');
      return;
    }
    const verb = this.#isChallenged ? 'SECRET' : line.split(' ', 1)[0]!.toUpperCase();
    this.server.seen.push(verb);
    this.server.lines.push(line);
    const said = await this.#say(verb as Step);
    this.#isChallenged = (verb === 'AUTH' || verb === 'SECRET') && said?.startsWith('334') === true;
    if (verb === 'QUIT') this.socket.end();
    if (verb === 'DATA' && said?.startsWith('3')) this.#body = [];
    if (verb === 'STARTTLS' && said?.startsWith('2')) this.protect();
  }

  async #say(step: Step | 'SECRET'): Promise<string | null> {
    const said = await this.server.answer(step);
    if (said === null) this.socket.destroy();
    else if (said) for (const piece of this.server.pieces(`${said}\r\n`)) this.socket.write(piece);
    return said;
  }
}
