import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Step = 'GREETING' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'DOT' | 'RSET';

/** What the server says at each step: a reply, null to drop the connection, a function to decide when it comes to it. */
export type Script = Partial<
  Record<Step, string | null | ((times: number) => string | null | Promise<string | null>)>
>;

const usual: Record<Step, string> = {
  GREETING: '220 scripted',
  EHLO: '250 scripted',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  DOT: '250 2.0.0 queued as 1',
  RSET: '250 2.0.0 ok',
};

/** An SMTP server on a real socket that answers by a script and keeps what it saw: verbs, and `DOT` with the message before it. */
export class ScriptedServer {
  readonly seen: string[] = [];
  /** Commands as they came. */
  readonly lines: string[] = [];
  readonly messages: string[] = [];
  readonly sockets = new Set<Socket>();
  readonly #server: Server;
  readonly #times = new Map<Step, number>();

  constructor(private readonly script: Script) {
    this.#server = createServer((socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      socket.on('error', () => undefined);
      new Session(socket, this).greet();
    });
  }

  /** @returns the address for a transport */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.#server.close();
  }

  async answer(step: Step): Promise<string | null> {
    const times = (this.#times.get(step) ?? 0) + 1;
    this.#times.set(step, times);
    const said = this.script[step];
    if (said === undefined) return usual[step];
    return typeof said === 'function' ? said(times) : said;
  }
}

class Session {
  #body: string[] | undefined;
  #rest = '';
  #turn = Promise.resolve();

  constructor(
    private readonly socket: Socket,
    private readonly server: ScriptedServer,
  ) {
    socket.on('data', (chunk) => {
      const lines = (this.#rest + chunk.toString()).split('\r\n');
      this.#rest = lines.pop()!;
      for (const line of lines) this.#turn = this.#turn.then(() => this.#line(line));
    });
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
    const verb = line.slice(0, 4).toUpperCase();
    this.server.seen.push(verb);
    this.server.lines.push(line);
    if (verb === 'QUIT') return void this.socket.end('221 bye\r\n');
    const said = await this.#say(verb as Step);
    if (verb === 'DATA' && said?.startsWith('3')) this.#body = [];
  }

  async #say(step: Step): Promise<string | null> {
    const said = await this.server.answer(step);
    if (said === null) this.socket.destroy();
    else if (said) this.socket.write(`${said}\r\n`);
    return said;
  }
}
