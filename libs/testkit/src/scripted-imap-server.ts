import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

export interface ScriptedMail {
  readonly uid: number;
  readonly text: string;
  readonly at: Date;
}

export interface ImapCommand {
  readonly tag: string;
  /** In capitals, `UID FETCH` in two words. */
  readonly name: string;
  readonly args: string;
  /** How often a command of this name has come, on all connections. */
  readonly times: number;
  /** Of the connection that it came on: the first is 1. */
  readonly connection: number;
}

/**
 * What is answered instead of the usual: whole lines without their ends; an empty text says nothing, null ends the connection, undefined leaves it as usual. GREETING
 * comes first on each connection, with an empty tag.
 */
export type ImapScript = (command: ImapCommand) => string | null | undefined;

const CRLF = '\r\n';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An IMAP server with one INBOX that does the least that a client needs, and lies where its script says so. */
export class ScriptedImapServer {
  readonly host = '127.0.0.1';
  /** Commands as they came, without what signs in. */
  readonly seen: string[] = [];
  mails: ScriptedMail[] = [];
  capabilities = 'IMAP4rev1 IDLE';
  uidValidity = 1;
  /** With CONDSTORE. */
  modSeq = 1;
  script: ImapScript = () => undefined;
  connections = 0;
  readonly #times = new Map<string, number>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((socket) => new Session(this, socket, ++this.connections));
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket)).on('error', () => undefined);
    });
  }

  static async start(): Promise<ScriptedImapServer> {
    const server = new ScriptedImapServer();
    server.#server.listen(0, server.host);
    await once(server.#server, 'listening');
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get uidNext(): number {
    return Math.max(0, ...this.mails.map(({ uid }) => uid)) + 1;
  }

  put(count: number, at = new Date(Date.now() - 86_400_000)): void {
    for (let n = 0; n < count; n++) {
      const uid = this.uidNext;
      this.mails.push({ uid, text: `Subject: ${uid}${CRLF}${CRLF}Text ${uid}${CRLF}`, at });
    }
  }

  count(name: string): number {
    const times = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, times);
    return times;
  }

  async stop(): Promise<void> {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    if (this.#server.listening) await once(this.#server, 'close');
  }
}

class Session {
  #rest = '';
  /** What the next line belongs to: the secret of a sign-in, or the end of IDLE. */
  #awaits: { readonly tag: string; readonly what: 'secret' | 'done' } | undefined;

  constructor(
    private readonly server: ScriptedImapServer,
    private readonly socket: Socket,
    private readonly connection: number,
  ) {
    socket.setNoDelay();
    socket.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    this.#reply({ tag: '', name: 'GREETING', args: '' }, () => '* OK scripted');
  }

  #hear(text: string): void {
    const lines = (this.#rest + text).split(CRLF);
    this.#rest = lines.pop()!;
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    const awaits = this.#awaits;
    this.#awaits = undefined;
    if (awaits?.what === 'done') return this.#say(`${awaits.tag} OK idled`);
    if (awaits) return this.#signIn(awaits.tag);
    const [, tag = '', name = '', args = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const command = { tag, name: name.toUpperCase(), args };
    const isSignIn = command.name === 'LOGIN' || command.name === 'AUTHENTICATE';
    this.server.seen.push(isSignIn ? command.name : `${command.name} ${args}`.trim());
    if (command.name === 'AUTHENTICATE' && !args.includes(' ')) {
      this.#awaits = { tag, what: 'secret' };
      return this.#say('+ ');
    }
    if (isSignIn) return this.#signIn(tag);
    if (command.name === 'IDLE') this.#awaits = { tag, what: 'done' };
    this.#reply(command, () => this.#usual(command));
  }

  #signIn(tag: string): void {
    this.#reply({ tag, name: 'LOGIN', args: '' }, () => `${tag} OK signed in`);
  }

  #reply(command: Pick<ImapCommand, 'tag' | 'name' | 'args'>, usual: () => string): void {
    const times = this.server.count(command.name);
    const said = this.server.script({ ...command, times, connection: this.connection });
    if (said === null) this.socket.destroy();
    else this.#say(said ?? usual());
  }

  #say(lines: string): void {
    if (lines !== '' && this.socket.writable) this.socket.write(`${lines}${CRLF}`);
  }

  #usual({ tag, name, args }: Pick<ImapCommand, 'tag' | 'name' | 'args'>): string {
    const { server } = this;
    const done = `${tag} OK done`;
    const after = (...lines: string[]) => [...lines, done].join(CRLF);
    switch (name) {
      case 'CAPABILITY':
        return after(`* CAPABILITY ${server.capabilities}`);
      case 'LIST':
        return after(String.raw`* LIST (\HasNoChildren) "/" INBOX`);
      case 'STATUS':
        return after(
          `* STATUS INBOX (MESSAGES ${server.mails.length} UIDNEXT ${server.uidNext} UIDVALIDITY ${server.uidValidity})`,
        );
      case 'SELECT':
      case 'EXAMINE':
        return after(...this.opened());
      case 'UID SEARCH':
        return after(`* SEARCH ${server.mails.map(({ uid }) => uid).join(' ')}`.trimEnd());
      case 'UID FETCH':
      case 'FETCH':
        return after(...fetched(server.mails, args, name === 'UID FETCH'));
      case 'IDLE':
        return '+ idling';
      default:
        return done;
    }
  }

  opened(): string[] {
    const { mails, uidNext, uidValidity, capabilities, modSeq } = this.server;
    return [
      String.raw`* FLAGS (\Seen \Deleted)`,
      `* ${mails.length} EXISTS`,
      '* 0 RECENT',
      `* OK [UIDVALIDITY ${uidValidity}] numbers`,
      `* OK [UIDNEXT ${uidNext}] next`,
      ...(capabilities.includes('CONDSTORE') ? [`* OK [HIGHESTMODSEQ ${modSeq}] changes`] : []),
    ];
  }
}

/** The lines of a FETCH, one for each mail that it names. */
function fetched(mails: readonly ScriptedMail[], args: string, byUid: boolean): string[] {
  const [set = '', ...rest] = args.split(' ');
  const wanted = rest.join(' ').toUpperCase();
  return mails.flatMap((mail, at) => {
    const number = byUid ? mail.uid : at + 1;
    if (!isIn(set, number, byUid ? (mails.at(-1)?.uid ?? 0) : mails.length)) return [];
    const items = [`UID ${mail.uid}`];
    if (wanted.includes('FLAGS')) items.push('FLAGS ()');
    if (wanted.includes('INTERNALDATE')) items.push(`INTERNALDATE "${dateOf(mail.at)}"`);
    if (wanted.includes('SIZE')) items.push(`RFC822.SIZE ${mail.text.length}`);
    if (wanted.includes('MODSEQ')) items.push('MODSEQ (1)');
    if (wanted.includes('[]')) items.push(`BODY[] ${literal(mail.text)}`);
    if (wanted.includes('[HEADER]'))
      items.push(`BODY[HEADER] ${literal(mail.text.slice(0, mail.text.indexOf(CRLF + CRLF) + 4))}`);
    return [`* ${at + 1} FETCH (${items.join(' ')})`];
  });
}

export const literal = (text: string): string => `{${text.length}}${CRLF}${text}`;

function isIn(set: string, number: number, last: number): boolean {
  return set.split(',').some((range) => {
    const [a, b = a] = range.split(':').map((one) => (one === '*' ? last : Number(one)));
    return number >= Math.min(a!, b!) && number <= Math.max(a!, b!);
  });
}

function dateOf(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()} ${at.toISOString().slice(11, 19)} +0000`;
}
