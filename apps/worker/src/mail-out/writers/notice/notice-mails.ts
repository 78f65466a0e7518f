import type { Pool } from 'pg';
import type { Mailbox } from '@cueline/email';
import { peopleFor, factsOf } from '@cueline/database';
import {
  noticeMeantBy,
  noticeRecipientsOf,
  noticeRefusal,
  type NoEffect,
  type NotifyStaffStep,
  type Recipients,
  type Step,
} from '@cueline/workflows';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { sendKeyOf } from '../../queue/send-key.js';
import { compose, type PreparedOr } from '../prepare.js';
import type { StepCall, StepMails } from '../step-mail-writer.js';
import { writeNotice } from './notice.js';

export interface NoticeSources {
  readonly pool: Pool;
  readonly platformDomain: string;
  /** Where people reach the product: links in mails within the studio lead there. */
  readonly publicUrl: string;
}

/** Notices within the studio, from the platform's own address. */
export class NoticeMails implements StepMails<NotifyStaffStep> {
  constructor(private readonly sources: NoticeSources) {}

  is(step: Step): step is NotifyStaffStep {
    return step.kind === 'notifyStaff';
  }

  async recipients({ to }: NotifyStaffStep, studioId: string, context: RunContext): Promise<Recipients> {
    const facts = factsOf(context);
    const meant = noticeMeantBy(to, facts);
    const people = await peopleFor(this.sources.pool, meant, studioId, context.booking?.id ?? null);
    return noticeRecipientsOf(to, facts, people);
  }

  refusal(
    step: NotifyStaffStep,
    _call: StepCall,
    _context: RunContext,
    recipients: Recipients,
  ): Promise<NoEffect | undefined> {
    return Promise.resolve(noticeRefusal(step, recipients));
  }

  async prepare(
    step: NotifyStaffStep,
    call: StepCall,
    context: RunContext,
    to: Mailbox,
  ): Promise<PreparedOr> {
    const written = writeNotice(step, context, this.sources);
    if (!written.ok) return written;
    const { runId } = context;
    const key = sendKeyOf({ ...call, runId, stepId: step.id, recipient: to.address });
    const identity = {
      key,
      purpose: 'notice',
      stepId: step.id,
      visit: call.visit,
      approvalId: null,
    } as const;
    return compose(identity, context, written.mail, to);
  }

  hold(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
