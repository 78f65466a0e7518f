import type { Pool } from 'pg';
import { factsOf, listedPeople, peopleFor, writingStaff, type SendRecord } from '@cueline/database';
import type { Mailbox, StaffAuthor } from '@cueline/email';
import {
  advertisementRefusal,
  authorAmong,
  mailRefusal,
  meantBy,
  recipientsOf,
  type NoEffect,
  type Recipients,
  type SendMailStep,
  type Step,
} from '@cueline/workflows';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import type { FirstContacts } from '../../first-contacts/first-contacts.js';
import { sendKeyOf } from '../../queue/send-key.js';
import { answerable, type AnswerPaths } from '../answerable.js';
import type { AttachedFiles } from '../attached-files.js';
import { compose, leavingHours, writeTemplate, type PreparedOr } from '../prepare.js';
import type { StepCall, StepMails } from '../step-mail-writer.js';
import { unsubscribable, type UnsubscribeSources } from '../unsubscribable.js';
import type { TemplateRepository } from './template.repository.js';

interface TemplateMailSources extends UnsubscribeSources, AnswerPaths {
  readonly pool: Pool;
  readonly templates: TemplateRepository;
  readonly firstContacts: FirstContacts;
  readonly files: AttachedFiles;
  readonly platformDomain: string;
  readonly publicUrl: string;
}

/** Mails of the owner's templates, to people outside the studio. */
export class TemplateMails implements StepMails<SendMailStep> {
  constructor(private readonly sources: TemplateMailSources) {}

  is(step: Step): step is SendMailStep {
    return step.kind === 'sendMail';
  }

  async recipients({ to }: SendMailStep, studioId: string, context: RunContext): Promise<Recipients> {
    const facts = factsOf(context);
    const meant = meantBy(to, facts);
    return recipientsOf(
      to,
      facts,
      await peopleFor(this.sources.pool, meant, studioId, context.booking?.id ?? null),
    );
  }

  async refusal(
    step: SendMailStep,
    call: StepCall,
    context: RunContext,
    recipients: Recipients,
  ): Promise<NoEffect | undefined> {
    const refusal = mailRefusal(step, recipients, Boolean(context.client?.marketingOptOutAt));
    if (refusal) return refusal;
    const loaded = await this.#template(step, call, context);
    const found = await this.sources.firstContacts.advertised(step, context, call.studioId, loaded);
    return found && advertisementRefusal(found);
  }

  /** Filled in with the facts of this moment. */
  async prepare(step: SendMailStep, call: StepCall, context: RunContext, to: Mailbox): Promise<PreparedOr> {
    const template = await this.#template(step, call, context);
    const author = await this.#author(step, call.studioId, context);
    const written = writeTemplate(step, context, template, this.sources, author);
    if (!written.ok) return written;
    const { templateVersionId } = written.mail;
    if (templateVersionId) await this.sources.templates.markUsed(call.studioId, templateVersionId);
    const { runId } = context;
    const key = sendKeyOf({ ...call, runId, stepId: step.id, recipient: to.address });
    const identity = { key, purpose: 'step', stepId: step.id, visit: call.visit, approvalId: null } as const;
    const about = { studioId: call.studioId, sendKey: key, to: step.to };
    const files = await this.sources.files.load(call.studioId, written.mail.attachments ?? []);
    const answered = answerable({ ...written.mail, files }, about, context, this.sources);
    const mail = unsubscribable(answered, about, context, this.sources);
    const { prepared } = await compose(identity, context, mail, to);
    return { ok: true, prepared: { ...prepared, hours: () => leavingHours(step, context) } };
  }

  async hold(
    step: SendMailStep,
    studioId: string,
    context: RunContext,
    record: SendRecord,
  ): Promise<boolean> {
    return (await this.sources.firstContacts.hold(step, context, studioId, record)) !== undefined;
  }

  /** In whose name it leaves, as the records are now; null: in the brand's. */
  async #author({ from }: SendMailStep, studioId: string, context: RunContext): Promise<StaffAuthor | null> {
    const { pool } = this.sources;
    if (from.type === 'brand') return null;
    if (from.type === 'staff')
      return from.id === null
        ? null
        : ((await writingStaff.rows(pool, { studioId, ids: [from.id] }))[0] ?? null);
    const bookingId = context.booking?.id ?? null;
    return authorAmong(factsOf(context), await listedPeople(pool, 'staffOnBooking', studioId, bookingId));
  }

  /** What the mail is made of: the content that whoever approved it gave it, else its template. */
  async #template(step: SendMailStep, { studioId, visit }: StepCall, context: RunContext) {
    const { templates } = this.sources;
    const loaded = await templates.load(studioId, step.template!, context);
    if (!step.approval) return loaded;
    const attachments = loaded.ok ? loaded.attachments : [];
    return (await templates.approved(context, studioId, { stepId: step.id, visit, attachments })) ?? loaded;
  }
}
