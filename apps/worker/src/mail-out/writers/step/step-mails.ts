import type { Pool } from 'pg';
import type { Mailbox } from '@cueline/email';
import type { NotifyStaffStep, SendMailStep } from '@cueline/workflows';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { colleaguesOf } from '../notice/colleagues.js';
import { writeNotice } from '../notice/notice.js';
import { compose, leavingHours, writeTemplate, type PreparedOr } from '../prepare.js';
import { recipientsOf, type Recipients } from './recipients.js';
import { sendKeyOf } from '../../queue/send-key.js';
import type { TemplateRepository } from './template.repository.js';

/** Steps that put mails into the ledger. */
export type MailStep = SendMailStep | NotifyStaffStep;

export interface MailSources {
  readonly pool: Pool;
  readonly templates: TemplateRepository;
  readonly platformDomain: string;
  /** Where people reach the product: links in mails within the studio lead there. */
  readonly publicUrl: string;
}

/** Whom a mail step writes to and what: a template of the owner's, or a notice within the studio. The ledger asks again before each attempt. */
export class StepMails {
  constructor(private readonly sources: MailSources) {}

  recipients(step: MailStep, studioId: string, context: RunContext): Promise<Recipients> {
    const { pool } = this.sources;
    return step.kind === 'sendMail'
      ? recipientsOf(pool, step.to, studioId, context)
      : colleaguesOf(pool, step.to, studioId, context);
  }

  /** The mail of one recipient, filled in with the facts of this moment. */
  async prepare(
    step: MailStep,
    studioId: string,
    visit: number,
    context: RunContext,
    to: Mailbox,
  ): Promise<PreparedOr> {
    const { platformDomain, publicUrl } = this.sources;
    const written =
      step.kind === 'sendMail'
        ? writeTemplate(step, context, await this.template(step, studioId, visit, context), platformDomain)
        : writeNotice(step, context, { platformDomain, publicUrl });
    if (!written.ok) return written;
    const { runId } = context;
    const key = sendKeyOf({ studioId, runId, stepId: step.id, visit, recipient: to.address });
    const identity = { key, stepId: step.id, visit, approvalId: null };
    const composed = await compose(identity, context, written.mail, to);
    if (!composed.ok || step.kind !== 'sendMail') return composed;
    return { ok: true, prepared: { ...composed.prepared, hours: () => leavingHours(step, context) } };
  }

  /** What the mail is made of: the content that whoever approved it gave it, else its template. */
  async template(step: SendMailStep, studioId: string, visit: number, context: RunContext) {
    const { templates } = this.sources;
    const own = step.approval && (await templates.approved(context, studioId, step.id, visit));
    return own ?? templates.load(studioId, step.template!, context.templateRevision);
  }
}

export const isMailStep = (step: { readonly kind: string }): step is MailStep =>
  step.kind === 'sendMail' || step.kind === 'notifyStaff';
