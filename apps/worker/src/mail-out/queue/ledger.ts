import {
  factsOf,
  purposes,
  type HeldMails,
  type OpenHold,
  type DueSend,
  type OpenSend,
  type SendLedger,
  type Share,
} from '@cueline/database';
import type { DeliveryEvidence } from '@cueline/email/smtp';
import { opensLater, passedMoment, type PassedMoment, type Reason } from '@cueline/workflows';
import { reasonToExit } from '../../engine/record-context/guard.js';
import type { RunContext, RunContextRepository } from '../../engine/record-context/run-context.repository.js';
import { failureOf, MissingRowError } from '../../platform/failures/failure.js';
import { FairHands } from '../../platform/places/fair-hands.js';
import { log } from '../../platform/log.js';
import type { Transports } from '../transports/transports.js';
import type { DispatchMail } from './dispatch-mail.js';
import type { AccountHolds } from '../held/account-holds.js';
import { suppressed, type MailWriters, type Ready } from '../writers/mail-writer.js';
import type { RunNotifier } from '../../engine/run-notifier.js';

/** Mails in hand at the same moment, of all studios. */
const AT_ONCE = 24;
/** Mails of one group that turn out not to be sent any more, before its next turn. */
const MOST_PROBES = 20;
const GIVE_UP_AFTER_MS = 48 * 3_600_000;

export interface LedgerPorts {
  readonly sends: SendLedger;
  readonly mail: DispatchMail;
  readonly held: HeldMails;
  readonly transports: Transports;
  readonly accounts: AccountHolds;
  readonly contexts: RunContextRepository;
  readonly evidence: DeliveryEvidence;
  readonly writers: MailWriters;
  readonly notifier: RunNotifier;
}

/** What no run waits in an activity for: sends that are queued, in doubt, or settled without their run knowing yet. */
export class Ledger {
  readonly #hands = new FairHands(AT_ONCE);

  constructor(private readonly ports: LedgerPorts) {}

  /** As `begin`, and waits for all of it. */
  async sweep(): Promise<void> {
    await this.begin();
    await this.#hands.idle();
    await this.#beginToNotify();
    await this.#hands.idle();
  }

  /** Begins what there is to do, of each studio its share. A server that is slow to answer one studio keeps no other waiting. */
  async begin(): Promise<void> {
    const { sends, held, accounts } = this.ports;
    await held.sweep().catch((error: unknown) => log.warn('Held mails could not be looked through', error));
    await accounts.refresh();
    for (const hold of await held.claimProbes(this.#hands.room))
      this.#hands.begin(hold.studioId, `${hold.studioId}/${hold.holdGroup}`, 'The probe of', () =>
        this.#probe(hold),
      );
    this.#each('Doubt about send', await sends.queue.claimDoubtful(this.#hands.room, this.#share()), (send) =>
      this.#settleDoubt(send),
    );
    this.#each('Send', await sends.queue.claimDue(this.#hands.room, this.#share()), async (send) => {
      await this.#sendAgain(send);
    });
    await this.#beginToNotify();
  }

  async #beginToNotify(): Promise<void> {
    const share = { ...this.#share(), but: this.#hands.taken() };
    const unnotified = await this.ports.sends.queue.settledUnnotified(this.#hands.room, share);
    this.#each('The notification of send', unnotified, (send) => this.#notifyRun(send));
  }

  #share(): Share {
    return { each: this.#hands.each, busy: this.#hands.busy() };
  }

  #each<Send extends OpenSend>(
    what: string,
    found: readonly Send[],
    work: (send: Send) => Promise<void>,
  ): void {
    for (const send of found) this.#hands.begin(send.studioId, send.key, what, () => work(send));
  }

  /** From evidence alone; without any the send stands in doubt, for a person to see. */
  async #settleDoubt(send: OpenSend): Promise<void> {
    const isInSent = await this.ports.sends.settlement.isInSent(send.studioId, send.key);
    const found = isInSent ? 'accepted' : await this.ports.evidence.find(send.messageId);
    if (found === 'accepted')
      await this.ports.sends.settlement.accepted(send.studioId, send.key, {
        reply: 'found at the provider',
      });
    else if (found === 'absent') await this.ports.sends.queue.requeue(send.studioId, send.key);
    else
      await this.ports.sends.settlement.inDoubt(send.studioId, send.key, {
        code: 'send.inDoubt',
        params: {},
      });
    if (found === 'accepted') await this.ports.sends.settlement.notifyRun(send.studioId, send.key);
  }

  /** One mail of a held group shows whether the others may go on. */
  async #probe(hold: OpenHold): Promise<void> {
    for (let i = 0; i < MOST_PROBES; i++) {
      const send = await this.ports.held.takeProbe(hold);
      if (!send) return this.#probeWithoutMail(hold);
      if (!(await this.#sendAgain(send, true))) continue;
      const state = (await this.ports.sends.settlement.stateOf(send.key))?.state;
      // Put off, it says nothing yet: the next one is tried in a minute.
      if (state !== 'held' && state !== 'queued') await this.ports.held.clear(hold.studioId, hold.holdGroup);
      return;
    }
  }

  /** All that is left of the group is late, and not sent without a person's word: a sign-in shows whether the account works. */
  async #probeWithoutMail(hold: OpenHold): Promise<void> {
    const { held, transports } = this.ports;
    const sender = await held.senderOf(hold);
    if (!sender) return held.clearEmpty(hold);
    const { transport } = transports.for(hold.studioId, sender);
    const checked = await transport.check?.();
    if (!checked || checked.type === 'accepted') await held.clear(hold.studioId, hold.holdGroup);
    else await held.putOffProbe(hold);
  }

  /**
   * Prepared anew: what has changed since, the mail says as it is now, or is not sent at all.
   * @returns whether a mail server was called
   */
  async #sendAgain(send: DueSend, isProbe = send.isReleased): Promise<boolean> {
    const { sends, held } = this.ports;
    try {
      const ready = await this.#prepare(send);
      const hours = ready.ok && send.hasWaited && !send.isReleased ? ready.prepared.hours?.() : undefined;
      const opens = hours && opensLater(new Date().toISOString(), hours);
      if (opens) {
        await sends.queue.postpone(send.studioId, send.key, opens);
        return false;
      }
      if (!ready.ok) {
        if (ready.state === 'held') await held.hold(send.studioId, ready.record, ready.hold);
        else await sends.settlement.endOpen(send, ready.state, ready.reason);
        return false;
      }
      await this.ports.mail.send(send.studioId, ready.prepared, send.attempts, {
        isProbe,
        placedBy: send.placedBy,
      });
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.type === 'temporary') throw error;
      log.warn(`Send ${send.id} has failed (${failure.reason.code})`, error);
      // One that may have left meanwhile is no longer queued, and is settled as such.
      await sends.settlement.endQueued(send, failure.reason);
      return true;
    }
  }

  async #prepare(send: DueSend): Promise<Ready> {
    const { contexts, writers } = this.ports;
    const { studioId, runId, stepId, visit, purpose } = send;
    if (purpose === 'byHand' || purpose === 'test' || purpose === 'forward')
      return gaveUp(send) ?? writers[purpose].write({ send });
    if (runId === null) throw new MissingRowError(`Send ${send.id} has no run.`);
    const context = await contexts.load(studioId, runId, stepId ?? '', visit ?? 0);
    if (context.runEnded) return suppressed('run.ended');
    const stop = reasonToExit(context);
    if (stop) return { ok: false, state: 'suppressed', reason: stop };
    const tooLate = gaveUp(send);
    if (tooLate) return tooLate;
    const late = await this.#passedMoment(context, send);
    if (late)
      return { ok: false, state: 'suppressed', reason: { code: 'mail.momentPassed', params: { ...late } } };
    return writers[purpose].write({ send, context });
  }

  /** The moment that a step's mail was meant for, when it has waited past it. */
  async #passedMoment(context: RunContext, send: DueSend): Promise<PassedMoment | undefined> {
    const { stepId, hasWaited, studioId, createdAt } = send;
    if (stepId === null || !hasWaited) return undefined;
    const { definition } = await this.ports.contexts.version(studioId, context.versionId);
    const now = context.now.toISOString();
    return passedMoment(definition, stepId, factsOf(context), createdAt.toISOString(), now);
  }

  async #notifyRun(send: OpenSend): Promise<void> {
    const { runId, stepId, visit } = send;
    const kind = purposes[send.purpose].stepKind;
    if (kind === null || runId === null || stepId === null || visit === null)
      return this.ports.sends.settlement.markNotified(send);
    if ((await this.ports.sends.settlement.openOfStep(send)) > 0) return;
    const isNotified = await this.ports.notifier.notify({
      studioId: send.studioId,
      runId,
      stepId,
      visit,
      kind,
      outcome: send.state === 'suppressed' ? 'skipped' : send.state === 'failed' ? 'failed' : 'done',
      reason: reasonOf(send),
    });
    if (isNotified) await this.ports.sends.settlement.markNotified(send);
  }
}

/** It has been tried for too long. */
function gaveUp({ triedSince, reason }: DueSend): Ready | undefined {
  if (Date.now() - triedSince.getTime() <= GIVE_UP_AFTER_MS) return undefined;
  const params = { last: reason?.code ?? '' };
  return { ok: false, state: 'failed', reason: { code: 'send.gaveUp', params } };
}

/** Why a mail is settled as it is. One that has left needs no reason; whoever settles another one gives it. */
const reasonOf = ({ state, reason, toAddress }: OpenSend): Reason =>
  state === 'failed' || state === 'suppressed'
    ? { params: {}, ...(reason ?? { code: 'failure.product' }) }
    : { code: 'send.sent', params: { recipients: [toAddress] } };
