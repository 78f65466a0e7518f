import { KeyMissing, SealBroken, type SendingSmtpAccount } from '@cueline/database';
import { isListed } from '@cueline/egress';
import { AddressRefused, connectTo } from '@cueline/egress/guard';
import { smtpTimeouts, nodemailerTransport, type SmtpSecret } from '@cueline/email/transport';
import type { AccountCause, Delivery, MailTransport, SendOutcome } from '@cueline/email/smtp';
import type { Reason } from '@cueline/workflows';
import { AccountTokens } from './account-tokens.js';
import { cannot } from './cannot.js';
import type { AccountPorts } from './sending-account.js';

/** How often it is written that an account works. */
const PROOF_EVERY_MS = 60_000;

interface Opened {
  readonly account: SendingSmtpAccount;
  readonly transport: MailTransport;
}

/** The account was removed since the mail was written: the next try finds another sender. */
const gone: SendOutcome = {
  type: 'temporary',
  cause: 'busy',
  code: 'EGONE',
  reply: 'The account was removed.',
  handedOver: false,
};

/** A brand's own account: its settings and its secret are read when the first mail needs them. */
export class AccountTransport implements MailTransport {
  #opening: Promise<Opened | SendOutcome> | undefined;
  #opened: Opened | undefined;
  #isClosed = false;
  #provenAt = -Infinity;
  #tokens: AccountTokens | undefined;

  constructor(
    private readonly ports: AccountPorts,
    private readonly studioId: string,
    private readonly accountId: string,
  ) {}

  deliver(delivery: Delivery): Promise<SendOutcome> {
    return this.#with((transport) => transport.deliver(delivery));
  }

  check(): Promise<SendOutcome> {
    return this.#with(async (transport) => (await transport.check?.()) ?? { type: 'accepted', reply: '' });
  }

  close(): void {
    this.#isClosed = true;
    this.#opened?.transport.close();
    this.#opened = undefined;
    this.#opening = undefined;
  }

  /** An account that cannot be opened takes no mail, and so gives none a place. */
  async isLimited(): Promise<boolean> {
    const opened = await this.#ready();
    if (!('transport' in opened)) return false;
    const { limitPerMinute, limitPerDay } = opened.account;
    return limitPerMinute !== null || limitPerDay !== null;
  }

  /** Written now and then: each mail would be a statement of its own. */
  async noteWorking(): Promise<void> {
    if (!this.#opened || performance.now() - this.#provenAt < PROOF_EVERY_MS) return;
    this.#provenAt = performance.now();
    await this.ports.accounts.markWorking(this.studioId, this.accountId, this.#opened.account.revision);
  }

  async noteTrouble(cause: AccountCause, reason: Reason): Promise<void> {
    this.#provenAt = -Infinity;
    const { studioId, accountId: id } = this;
    const revision =
      this.#opened?.account.revision ?? (await this.ports.accounts.sending(studioId, id))?.revision;
    if (revision !== undefined)
      await this.ports.accounts.markTrouble(studioId, { id, revision }, cause, reason);
  }

  async #with(work: (transport: MailTransport) => Promise<SendOutcome>): Promise<SendOutcome> {
    const opened = await this.#ready();
    if (!('transport' in opened)) return opened;
    const outcome = await work(opened.transport);
    // To the library a sign-in for which there is no token is one that was refused.
    const isSignIn = outcome.type === 'account' && outcome.cause === 'signIn';
    return (isSignIn ? this.#tokens?.failure : undefined) ?? outcome;
  }

  /** What cannot be opened is tried anew by the next mail. */
  async #ready(): Promise<Opened | SendOutcome> {
    let isOpen = false;
    const opening = (this.#opening ??= this.#open());
    try {
      const opened = await opening;
      isOpen = 'transport' in opened;
      return opened;
    } finally {
      if (!isOpen && this.#opening === opening) this.#opening = undefined;
    }
  }

  async #open(): Promise<Opened | SendOutcome> {
    const { accounts } = this.ports;
    const account = await accounts.sending(this.studioId, this.accountId);
    if (!account) return gone;
    const secret = await this.#secretOf(account);
    if ('type' in secret) return secret;
    const { host, port, security, username } = account;
    const isTrusted = isListed(this.ports.allow, host, port);
    if (security === 'none' && !isTrusted)
      return cannot('tls', `${host} may not be used without encryption.`);
    const transport = nodemailerTransport({
      server: {
        ...{ host, port, security, username, secret },
        connect: () =>
          connectTo({ host, port, isTrusted, timeoutMs: smtpTimeouts.connection }).catch((error: unknown) => {
            throw error instanceof AddressRefused ? Object.assign(error, { code: 'EADDRESS' }) : error;
          }),
      },
    });
    const opened = { account, transport };
    if (this.#isClosed) transport.close();
    else this.#opened = opened;
    return opened;
  }

  async #secretOf(account: SendingSmtpAccount): Promise<SmtpSecret | SendOutcome> {
    try {
      const found = await this.ports.accounts.secretOf(this.studioId, account);
      if (!found) return cannot('expired', 'No sign-in has been made.');
      if (found.kind === 'password') return { password: found.secret };
      const tokens = new AccountTokens(this.ports, this.studioId, account);
      this.#tokens = tokens;
      return { accessToken: (renew) => tokens.next(renew) };
    } catch (error) {
      if (error instanceof KeyMissing || error instanceof SealBroken) return cannot('secret', '');
      throw error;
    }
  }
}
