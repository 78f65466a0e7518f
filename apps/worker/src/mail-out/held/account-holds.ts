import type { AccountCause, SendOutcome } from '@cueline/email/smtp';
import { heldGroupOf, type HeldMails, type Hold, type OpenHold } from '@cueline/database';

/** What is wrong with one sender's address or domain alone; the account sends for others. */
const ofSender = new Set<AccountCause>(['senderRejected', 'domainSetup']);
/** What a server may say of one mail although the others go through. */
const perhapsOneMail = new Set<AccountCause>([
  'senderRejected',
  'domainSetup',
  'relayDenied',
  'reputation',
  'suspended',
]);
const PROBE_SECONDS = 15;
/** A limit is over within a day; a try an hour costs nothing. */
const LIMIT_SECONDS = 3_600;

type Trouble = Pick<Extract<SendOutcome, { type: 'account' }>, 'reply'> & { readonly cause: AccountCause };

/** What a mail leaves through, and in whose name. */
export interface Origin {
  /** The name of the sending account. */
  readonly account: string;
  readonly from: string;
  /** The account is this address's own: what is wrong with the one is wrong with the other. */
  readonly isOwn: boolean;
}

const groupOfAccount = ({ account }: Origin): string => heldGroupOf(account);
const groupOfSender = ({ from }: Origin): string => `sender:${from.toLowerCase()}`;

/** Trouble of the account as the reason for which its mails are held. */
export function holdFor({ cause, reply }: Trouble, origin: Origin): Hold {
  const seconds = cause === 'limit' ? LIMIT_SECONDS : PROBE_SECONDS;
  return {
    group: ofSender.has(cause) && !origin.isOwn ? groupOfSender(origin) : groupOfAccount(origin),
    cause: 'account',
    reason: { code: `account.${cause}`, params: { reply, from: origin.from } },
    probeAfter: seconds,
    probeEvery: seconds,
    perhapsOneMail: perhapsOneMail.has(cause),
  };
}

/** Which accounts are in trouble, as this process knows it; each sweep of the ledger reads it anew. */
export class AccountHolds {
  #open: ReadonlyMap<string, OpenHold> = new Map();

  constructor(private readonly held: HeldMails) {}

  async refresh(): Promise<void> {
    this.#open = new Map((await this.held.open()).map((one) => [keyOf(one.studioId, one.holdGroup), one]));
  }

  /** What holds the mails of a sender now. */
  of(studioId: string, origin: Origin): OpenHold | undefined {
    return (
      this.#open.get(keyOf(studioId, groupOfAccount(origin))) ??
      this.#open.get(keyOf(studioId, groupOfSender(origin)))
    );
  }
}

const keyOf = (studioId: string, group: string): string => `${studioId} ${group}`;
