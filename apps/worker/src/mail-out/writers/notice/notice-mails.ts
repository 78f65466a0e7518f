import type { Pool } from 'pg';
import type { Mailbox } from '@cueline/email';
import type { NotifyStaffStep, Step } from '@cueline/workflows';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { sendKeyOf } from '../../queue/send-key.js';
import { compose, type PreparedOr } from '../prepare.js';
import type { StepCall, StepMails } from '../step-mail-writer.js';
import type { Recipients } from '../step/recipients.js';
import { colleaguesOf } from './colleagues.js';
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

  recipients(step: NotifyStaffStep, studioId: string, context: RunContext): Promise<Recipients> {
    return colleaguesOf(this.sources.pool, step.to, studioId, context);
  }

  refusal(): Promise<undefined> {
    return Promise.resolve(undefined);
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
