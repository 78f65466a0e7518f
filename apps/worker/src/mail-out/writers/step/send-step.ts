import type { SendLedger } from '@cueline/database';
import type { Mailbox } from '@cueline/email';
import { effectOf, type Effect, type EffectCall } from '../../../engine/activities/effect.js';
import { mailsOutcome, type MailFate } from '@cueline/workflows';
import { log } from '../../../platform/log.js';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { fateOf, type DispatchMail, type Fate, type MailRun } from '../../queue/dispatch-mail.js';
import { sendKeyOf } from '../../queue/send-key.js';
import type { MailStep, StepCall, StepMails } from '../step-mail-writer.js';

export interface SendPorts {
  readonly sends: SendLedger;
  readonly mail: DispatchMail;
}

/** A step that writes mails: for each recipient one, each at most once. */
export class SendStep<S extends MailStep> {
  constructor(
    private readonly ports: SendPorts,
    private readonly mails: StepMails<S>,
  ) {}

  async perform(step: S, context: RunContext, call: EffectCall): Promise<Effect> {
    const { studioId, visit } = call;
    const recipients = await this.mails.recipients(step, studioId, context);
    const refusal = await this.mails.refusal(step, call, context, recipients);
    if (refusal) return effectOf(refusal);
    const { mailboxes, without } = recipients;
    const addresses = mailboxes.map(({ address }) => address);
    const effect = (fates: readonly MailFate[]) => effectOf(mailsOutcome(fates, addresses, without));
    const allSent = effect(addresses.map(() => ({ state: 'sent' })));
    const fates: Fate[] = [];
    for (const [i, to] of mailboxes.entries()) {
      const key = sendKeyOf({
        studioId,
        runId: context.runId,
        stepId: step.id,
        visit,
        recipient: to.address,
      });
      // An activity that runs again finds what the first one did; what it left open the ledger settles.
      const earlier = context.stepStatus === null ? undefined : await this.#earlier(studioId, key);
      const settles = i === mailboxes.length - 1 && fates.every(({ state }) => state === 'sent');
      const around = { before: call.before, whenSent: settles ? call.conclusion(allSent) : undefined };
      fates.push(earlier ?? (await this.#send(step, call, context, to, around)));
    }
    const recorded = fates.some((fate) => fate.state === 'sent' && fate.recorded);
    return { ...effect(fates), recorded };
  }

  async #earlier(studioId: string, key: string): Promise<Fate | undefined> {
    if ((await this.ports.sends.settlement.stateOf(key)) === undefined) return undefined;
    await this.ports.sends.settlement.notifyRun(studioId, key);
    return fateOf(await this.ports.sends.settlement.stateOf(key));
  }

  async #send(
    step: S,
    { studioId, visit }: StepCall,
    context: RunContext,
    to: Mailbox,
    around: MailRun,
  ): Promise<Fate> {
    const ready = await this.mails.prepare(step, { studioId, visit }, context, to);
    if (!ready.ok) return { state: 'failed', why: ready.reason };
    const { record } = ready.prepared;
    if (await this.mails.hold(step, studioId, context, record))
      return fateOf(await this.ports.sends.settlement.stateOf(record.key));
    try {
      return await this.ports.mail.send(studioId, ready.prepared, 0, around);
    } catch (error) {
      // A mail that may have left is the ledger's to settle: a step that failed could be tried again, and would send it twice.
      const known = await this.#earlier(studioId, record.key);
      if (!known) throw error;
      log.warn(`A mail of run ${context.runId}, step ${step.id}, is left to the ledger`, error);
      return known;
    }
  }
}
