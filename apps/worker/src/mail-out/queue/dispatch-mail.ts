import type {
  Acceptance,
  AccountPlace,
  Progress,
  StepRow,
  HeldMails,
  SendLedger,
  SendStatus,
} from '@cueline/database';
import {
  waitIn,
  type AccountCause,
  type RefusedCause,
  type SendOutcome,
  type TemporaryCause,
} from '@cueline/email/smtp';
import type { MailFate, Reason } from '@cueline/workflows';
import { failureOf } from '../../platform/failures/failure.js';
import { log } from '../../platform/log.js';
import { holdFor, type AccountHolds, type Origin } from '../held/account-holds.js';
import type { Delays, OverLimit } from '../limits/delays.js';
import { Paces } from '../limits/pace.js';
import type { AccountConnection } from '../transports/sending-account.js';
import type { Transports } from '../transports/transports.js';
import type { Prepared } from '../writers/prepare.js';
import { setTimeout as pause } from 'node:timers/promises';
import { returnPathOf, type ReturnPaths } from './return-path.js';

/** What became of one mail for now; `open` means that the ledger goes on with it and tells the run. */
export type Fate =
  | Exclude<MailFate, { readonly state: 'sent' }>
  /** `recorded`: what the run comes to with it is on record as well. */
  | { readonly state: 'sent'; readonly recorded?: boolean };

/** So many tries without a connection, five minutes or so, are the account's trouble and no mail's. */
const TRIES_WITHOUT_CONNECTION = 6;
/** Refusals that are about the address alone: it does not work, and will not. */
const ofAddress: ReadonlySet<RefusedCause> = new Set<RefusedCause>(['userUnknown', 'domainUnknown']);
const STORE_TRIES = 40;
const STORE_PAUSE_MS = 250;

/** What is written of the run in the same statement as the send. */
export interface MailRun {
  /** On record before the mail leaves: the decisions that led to it. */
  readonly before?: readonly StepRow[];
  /** On record with the server's yes. */
  readonly whenSent?: Progress;
  /** It shows whether its account works again, or a person wants it tried: it goes although its account is in trouble. */
  readonly isProbe?: boolean;
  /** The account among whose mails it has a place that has come. */
  readonly placedBy?: string | null;
}

/** Puts one prepared mail on the wire, at most once, and writes down what came of it. */
export class DispatchMail {
  readonly #paces = new Paces();

  constructor(
    private readonly sends: SendLedger,
    private readonly transports: Transports,
    private readonly held: HeldMails,
    private readonly accounts: AccountHolds,
    private readonly delays: Delays,
    private readonly returnPaths: ReturnPaths,
  ) {}

  async send(
    studioId: string,
    prepared: Prepared,
    attempt: number,
    { before, whenSent, isProbe = false, placedBy = null }: MailRun = {},
  ): Promise<Fate> {
    const { record, message, sender } = prepared;
    const trouble = isProbe ? undefined : this.accounts.of(studioId, this.#originOf(studioId, prepared));
    if (trouble) {
      await this.held.join(studioId, record, trouble);
      return this.#inOtherHands(studioId, prepared);
    }
    let handOver: number | null = null;
    const connection = this.transports.for(studioId, sender);
    const pace = this.#paces.of(this.transports.accountOf(studioId, sender));
    const later = isProbe ? undefined : pace.placeOf(record.key, Date.now());
    if (later !== undefined) {
      await this.#waitForPace(studioId, prepared, later, connection, slowReason(''));
      return this.#inOtherHands(studioId, prepared);
    }
    const place = await this.#placeOf(studioId, prepared, connection, placedBy);
    if (place?.isLater) return this.#inOtherHands(studioId, prepared);
    const outcome = await connection.transport.deliver({
      envelope: { from: returnPathOf(studioId, record, this.returnPaths), to: record.toAddress },
      message,
      onHandOver: async () => {
        handOver = await this.sends.handOver(studioId, record, before);
        return handOver !== null;
      },
    });
    const fate =
      outcome.type === 'calledOff'
        ? await this.#inOtherHands(studioId, prepared)
        : await storing(() =>
            this.#store(studioId, prepared, outcome, { attempt, handOver, isProbe, whenSent, connection }),
          );
    if (place && outcome.type !== 'accepted' && outcome.type !== 'inDoubt')
      await this.sends.queue
        .giveBackPlace(studioId, sender.accountId!, place)
        .catch((error: unknown) => log.warn('A place of a mail that was not accepted counts', error));
    return fate;
  }

  /** Its place among the mails of a limited account, where it needs one: one that comes later it waits for. */
  async #placeOf(
    studioId: string,
    { record, sender: { accountId } }: Prepared,
    connection: AccountConnection,
    placedBy: string | null,
  ): Promise<AccountPlace | undefined> {
    if (accountId === null || placedBy === accountId || !(await connection.isLimited())) return undefined;
    const place = await this.sends.queue.claimPlace(studioId, accountId);
    if (!place?.isLater) return place;
    const params = { address: record.fromAddress, until: place.at.toISOString(), zone: place.zone };
    await this.sends.queue.waitForPlace(studioId, accountId, record, place, {
      code: 'mail.accountLimit',
      params,
    });
    return place;
  }

  /**
   * Until its server takes more. It is not given up for that, however long it takes, and an account without limits of its own shows how many wait: for one with limits the mark
   * means a place among them.
   */
  async #waitForPace(
    studioId: string,
    { record, sender: { accountId } }: Prepared,
    at: number,
    connection: AccountConnection,
    reason: Reason,
  ): Promise<void> {
    const marked = accountId !== null && (await connection.isLimited()) ? null : accountId;
    const place = { at: new Date(at), isAnotherDay: false };
    await this.sends.queue.waitForPlace(studioId, marked, record, place, reason);
  }

  #originOf(studioId: string, { record, sender }: Prepared): Origin {
    const { accountId } = sender;
    const account = this.transports.accountOf(studioId, sender);
    return {
      account,
      from: record.fromAddress,
      isOwn: accountId !== null && sender.address === record.fromAddress,
    };
  }

  async #store(
    studioId: string,
    prepared: Prepared,
    outcome: Exclude<SendOutcome, { type: 'calledOff' }>,
    { attempt, handOver, isProbe, whenSent, connection }: Attempt,
  ): Promise<Fate> {
    const { record } = prepared;
    const pace = this.#paces.of(this.transports.accountOf(studioId, prepared.sender));
    if (outcome.type === 'accepted') {
      pace.taken();
      void connection.noteWorking().catch((error: unknown) => log.warn('An account was not marked', error));
      // What leaves by the platform's server lies in no mailbox of the studio.
      const copy = prepared.sender.accountId === null ? undefined : prepared.message;
      return this.#accepted(studioId, record.key, { ...outcome, copy }, whenSent);
    }
    const { reply } = outcome;
    if (outcome.type === 'refused') {
      const params = { reply, to: record.toAddress };
      const reason: Reason = { code: `smtp.${outcome.cause}`, params };
      const badAddress = ofAddress.has(outcome.cause);
      const { settlement } = this.sends;
      const refused = await settlement.refuse(studioId, record, reason, reply, handOver, badAddress);
      return refused ? { state: 'failed', why: reason } : this.#inOtherHands(studioId, prepared);
    }
    const trouble = troubleOf(outcome, attempt, isProbe);
    if (trouble) {
      const hold = holdFor(trouble, this.#originOf(studioId, prepared));
      await this.held.hold(studioId, record, hold, isProbe ? 'probed' : 'found', handOver);
      await connection.noteTrouble(trouble.cause, hold.reason);
      await this.accounts.refresh();
    } else if (outcome.type === 'inDoubt')
      await this.sends.settlement.leaveInDoubt(
        studioId,
        record.key,
        reply,
        { code: 'smtp.linkBroke', params: { reply } },
        handOver,
      );
    else if (outcome.type === 'temporary') {
      const reason: Reason = { code: `smtp.${outcome.cause}`, params: { reply } };
      await this.sends.queue.queue(studioId, record, backoffSeconds(attempt), reason, handOver);
      if (outcome.cause === 'throttled') {
        pace.slowDown(Date.now(), waitIn(reply));
        const at = pace.placeOf(record.key, Date.now());
        if (at !== undefined) await this.#waitForPace(studioId, prepared, at, connection, slowReason(reply));
      }
    }
    return this.#inOtherHands(studioId, prepared);
  }

  /** Where the database refuses what the run comes to, or the copy, the mail has left all the same: that is written, and the rest is the run's. */
  async #accepted(studioId: string, key: string, answer: Acceptance, whenSent?: Progress): Promise<Fate> {
    if (!whenSent && !answer.copy) {
      await this.sends.settlement.accepted(studioId, key, answer);
      return { state: 'sent' };
    }
    try {
      await this.sends.settlement.accepted(studioId, key, answer, whenSent);
      return whenSent ? { state: 'sent', recorded: true } : { state: 'sent' };
    } catch (error) {
      if (failureOf(error).type === 'temporary') throw error;
      return this.#accepted(studioId, key, { ...answer, copy: undefined });
    }
  }

  /** The ledger, or another attempt, goes on with this mail: it is settled already, or the run will be told. */
  async #inOtherHands(studioId: string, { record, hours }: Prepared): Promise<Fate> {
    const { key } = record;
    await this.sends.settlement.notifyRun(studioId, key);
    const current = await this.sends.settlement.stateOf(key);
    const over = overLimit(current);
    if (!over || !hours) return fateOf(current);
    await this.delays.delay(studioId, record, hours(), over);
    return fateOf(await this.sends.settlement.stateOf(key));
  }
}

/** The hand-over delayed it to another day; its place on that day is still to be found. */
function overLimit(current: SendStatus | undefined): OverLimit | undefined {
  const { overLimit: limit, delayedSince } = current ?? {};
  return limit && delayedSince ? { limit, since: delayedSince.toISOString() } : undefined;
}

export function fateOf(current: SendStatus | undefined): Fate {
  if (!current) return { state: 'open' };
  const { state, reason, isDelayed } = current;
  if (state === 'held' || isDelayed) return { state: 'open', ...(reason && { why: reason }) };
  if (state === 'sent' || state === 'bounced') return { state: 'sent' };
  if (state !== 'failed' && state !== 'suppressed') return { state: 'open' };
  // Whoever settles a mail so says why.
  return { state, why: reason ?? { code: 'failure.product' } };
}

const slowReason = (reply: string): Reason => ({ code: 'smtp.throttled', params: { reply } });

interface Attempt {
  readonly attempt: number;
  readonly handOver: number | null;
  readonly isProbe: boolean;
  readonly whenSent?: Progress | undefined;
  readonly connection: AccountConnection;
}

type Open = Exclude<SendOutcome, { type: 'calledOff' | 'accepted' | 'refused' }>;

/** What may pass is trouble of the account once it has lasted. */
const lasting: Partial<Record<TemporaryCause, AccountCause>> = {
  noConnection: 'unreachable',
  signInLater: 'server',
};

/** A server that nobody reaches for minutes is trouble of the account as well: its mails wait for as long as it takes. */
function troubleOf(outcome: Open, attempt: number, isProbe: boolean) {
  if (outcome.type === 'account') return outcome;
  const cause = outcome.type === 'temporary' ? lasting[outcome.cause] : undefined;
  return cause && (isProbe || attempt >= TRIES_WITHOUT_CONNECTION)
    ? { cause, reply: outcome.reply }
    : undefined;
}

/** 5 s, 10 s, 20 s … up to half an hour. */
export const backoffSeconds = (attempt: number): number => Math.min(1_800, 5 * 2 ** Math.min(attempt, 12));

/**
 * The server has spoken: what it said is worth more than anything, so a database that is away is waited for. After ten seconds the send is left
 * to its lease and to evidence.
 */
async function storing<T>(store: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await store();
    } catch (error) {
      if (tries >= STORE_TRIES || failureOf(error).type === 'permanent') throw error;
      if (tries === 1) log.warn('A mail server’s answer could not be stored yet', error);
      await pause(STORE_PAUSE_MS);
    }
  }
}
