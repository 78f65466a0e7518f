import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createInterface, type Interface } from 'node:readline';
import { TLSSocket, type SecureContextOptions } from 'node:tls';
import type { ImapServer } from './imap-server.js';

/** What one connection has said so far. */
interface Guest {
  socket: Socket;
  lines: Interface;
  isEncrypted: boolean;
  /** Whom the next line signs in: it comes without a command where the first had no proof (RFC 9051 6.2.2). */
  signingIn?: { readonly tag: string; readonly way: string } | undefined;
}

/** The door of a mailbox: whoever signs in, by password or by an access token, talks to Dovecot from then on. */
export class SignedInImap {
  password = 'right';
  accessToken: string | undefined;
  /** What it says to a right sign-in instead of opening. */
  refuses: string | undefined;
  signIns = 0;
  readonly #guests = new Set<Socket>();

  private constructor(
    readonly user: string,
    private readonly mailbox: ImapServer,
    private readonly tls: SecureContextOptions,
    private readonly server: Server,
  ) {}

  /** @param tls its key and certificate, for STARTTLS */
  static async open(user: string, mailbox: ImapServer, tls: SecureContextOptions): Promise<SignedInImap> {
    const server = createServer();
    const door = new SignedInImap(user, mailbox, tls, server);
    server.on('connection', (socket: Socket) => door.#meet(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return door;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  close(): void {
    this.server.close();
    for (const guest of this.#guests) guest.destroy();
  }

  #meet(socket: Socket): void {
    this.#guests.add(socket);
    socket.on('error', () => undefined).on('close', () => this.#guests.delete(socket));
    socket.write('* OK ready\r\n');
    const guest = { socket, lines: linesOf(socket), isEncrypted: false };
    guest.lines.on('line', (line) => this.#hear(guest, line));
  }

  #hear(guest: Guest, line: string): void {
    const { signingIn } = guest;
    guest.signingIn = undefined;
    if (signingIn) return this.#prove(guest, { ...signingIn, proof: line });
    const [tag = '*', verb = '', way = '', proof] = line.split(' ');
    const say = (text: string) => void (guest.socket.writable && guest.socket.write(`${text}\r\n`));
    switch (verb.toUpperCase()) {
      case 'CAPABILITY':
        say(
          `* CAPABILITY IMAP4rev1 SASL-IR ${guest.isEncrypted ? 'AUTH=PLAIN AUTH=XOAUTH2' : 'STARTTLS LOGINDISABLED'}`,
        );
        return say(`${tag} OK`);
      case 'STARTTLS':
        say(`${tag} OK`);
        return this.#encrypt(guest);
      case 'AUTHENTICATE':
        if (proof !== undefined) return this.#prove(guest, { tag, way, proof });
        guest.signingIn = { tag, way };
        return say('+ ');
      default:
        say(`${tag} ${verb.toUpperCase() === 'LOGOUT' ? 'OK' : 'BAD'}`);
    }
  }

  #prove(
    guest: Guest,
    { tag, way, proof }: { readonly tag: string; readonly way: string; proof: string },
  ): void {
    this.signIns++;
    const refuse = (why: string) => void guest.socket.write(`${tag} NO ${why}\r\n`);
    if (!this.#isRight(way, proof)) return refuse('[AUTHENTICATIONFAILED] Authentication failed.');
    if (this.refuses !== undefined) return refuse(this.refuses);
    this.#letIn(guest, tag);
  }

  #isRight(way: string, proof: string): boolean {
    const said = Buffer.from(proof, 'base64').toString();
    if (way !== 'XOAUTH2') return said === `\0${this.user}\0${this.password}`;
    return (
      this.accessToken !== undefined &&
      said === `user=${this.user}\x01auth=Bearer ${this.accessToken}\x01\x01`
    );
  }

  #encrypt(guest: Guest): void {
    guest.lines.close();
    guest.socket.removeAllListeners('data');
    const bare = guest.socket;
    const secured = new TLSSocket(bare, { isServer: true, ...this.tls });
    secured.on('error', () => bare.destroy());
    Object.assign(guest, {
      socket: secured,
      isEncrypted: true,
      lines: linesOf(secured),
    });
    guest.lines.on('line', (line) => this.#hear(guest, line));
  }

  #letIn({ socket, lines }: Guest, tag: string): void {
    lines.close();
    const behind = connect(this.mailbox.port, this.mailbox.host);
    this.#guests.add(behind);
    behind.on('error', () => socket.destroy()).on('close', () => socket.destroy());
    socket.on('close', () => behind.destroy());
    // Its greeting says that one is signed in: the guest has heard one already.
    behind.once('data', () => {
      socket.write(`${tag} OK signed in\r\n`);
      socket.pipe(behind).pipe(socket);
      socket.resume();
    });
  }
}

/** An end of the connection is an end of its lines, and no error of theirs. */
const linesOf = (input: Socket): Interface => createInterface({ input }).on('error', () => undefined);
