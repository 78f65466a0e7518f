import type { SendRecord } from '@cueline/database';
import type { Mailbox } from '@cueline/email';
import type { NoEffect, NotifyStaffStep, Recipients, SendMailStep, Step } from '@cueline/workflows';
import type { RunContext, RunContextRepository } from '../../engine/record-context/run-context.repository.js';
import { readyOf, suppressed, type LedgerMail, type Ready } from './mail-writer.js';
import type { PreparedOr } from './prepare.js';

/** Steps that put mails into the ledger. */
export type MailStep = SendMailStep | NotifyStaffStep;

export interface StepCall {
  readonly studioId: string;
  readonly visit: number;
}

/** Whom the steps of one kind write to, and what. */
export interface StepMails<S extends MailStep> {
  is(step: Step): step is S;
  recipients(step: S, studioId: string, context: RunContext): Promise<Recipients>;
  /** Why the step writes to none of its recipients. */
  refusal(
    step: S,
    call: StepCall,
    context: RunContext,
    recipients: Recipients,
  ): Promise<NoEffect | undefined>;
  /** The mail of one recipient. */
  prepare(step: S, call: StepCall, context: RunContext, to: Mailbox): Promise<PreparedOr>;
  /** Holds a new mail where a rule of its purpose says so. @returns whether it is held */
  hold(step: S, studioId: string, context: RunContext, record: SendRecord): Promise<boolean>;
}

/** Writes a step's mail once more: before each attempt the step is asked again whom it writes to and what. */
export class StepMailWriter<S extends MailStep> {
  constructor(
    private readonly contexts: RunContextRepository,
    private readonly mails: StepMails<S>,
  ) {}

  async write({ send, context }: LedgerMail): Promise<Ready> {
    const { id, studioId, stepId, visit, toAddress } = send;
    if (stepId === null || visit === null) throw new Error(`Send ${id} has no step.`);
    const step = await this.contexts.step(context, studioId, stepId);
    if (!this.mails.is(step)) throw new Error(`Step ${step.id} sends no such mail.`);
    const { mailboxes } = await this.mails.recipients(step, studioId, context);
    const to = mailboxes.find(({ address }) => address === toAddress);
    return to
      ? readyOf(await this.mails.prepare(step, { studioId, visit }, context, to))
      : suppressed('recipient.changed');
  }
}
