import type { AccountCause, Delivery, MailTransport, SendOutcome } from '@cueline/email/smtp';
import type { Reason } from '@cueline/workflows';
import type { AccountConnection, SendingAccount } from './sending-account.js';

/** Without a mail: an account that nobody uses costs no connection, and its password no memory. */
const IDLE_MS = 60_000;

/** A transport that is shared by all mails of an account, and closed when the last of them is through. */
export class OpenTransport implements AccountConnection {
  readonly revision: number;
  readonly transport: MailTransport;
  readonly #connection: AccountConnection;
  #inHand = 0;
  #isRetired = false;
  #isClosed = false;
  #idle: NodeJS.Timeout | undefined;

  /** @param onClosed called once, when it takes no more mails */
  constructor(
    account: SendingAccount,
    private readonly onClosed: () => void,
    private readonly idleMs = IDLE_MS,
  ) {
    this.revision = account.revision;
    this.#connection = account.open();
    this.transport = {
      deliver: (delivery: Delivery) => this.#use(({ transport }) => transport.deliver(delivery)),
      check: () =>
        this.#use(async ({ transport }) => (await transport.check?.()) ?? { type: 'accepted', reply: '' }),
      close: () => this.close(),
    };
    this.#rest();
  }

  isLimited(): Promise<boolean> {
    return this.#connection.isLimited();
  }

  noteWorking(): Promise<void> {
    return this.#connection.noteWorking();
  }

  noteTrouble(cause: AccountCause, reason: Reason): Promise<void> {
    return this.#connection.noteTrouble(cause, reason);
  }

  /** Others take its place: what it has in hand it finishes. */
  retire(): void {
    this.#isRetired = true;
    if (this.#inHand === 0) this.close();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#idle);
    this.onClosed();
    this.#connection.transport.close();
  }

  async #use(work: (connection: AccountConnection) => Promise<SendOutcome>): Promise<SendOutcome> {
    clearTimeout(this.#idle);
    this.#inHand++;
    try {
      return await work(this.#connection);
    } finally {
      this.#inHand--;
      if (this.#inHand === 0) this.#rest();
    }
  }

  #rest(): void {
    if (this.#isRetired) this.close();
    else if (!this.#isClosed) this.#idle = setTimeout(() => this.close(), this.idleMs).unref();
  }
}
