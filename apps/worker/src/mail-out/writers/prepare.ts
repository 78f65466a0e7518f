import { mailFrom, messageIdOf, platformAddress, type Mailbox, type StaffAuthor } from '@cueline/email';
import { automaticHeaders, composeMail, writeMail, type AttachedFile } from '@cueline/email/smtp';
import {
  localAt,
  parseBusinessHours,
  type LeavingHours,
  type SendMailStep,
  type Reason,
} from '@cueline/workflows';
import {
  factsOf,
  filesUrl,
  formatsOf,
  textOf,
  type Attachment,
  type RecordContext,
  type SendRecord,
} from '@cueline/database';
import type { RunContext } from '../../engine/record-context/run-context.repository.js';
import { calendarOf } from './calendar-of.js';
import { platform, type Sender } from '../transports/sender.js';
import type { LoadedTemplate } from './step/template.repository.js';

export interface Prepared {
  readonly record: SendRecord;
  readonly message: Buffer;
  readonly sender: Sender;
  /** When it may leave, for one that is delayed; a mail within the studio has no limit. */
  readonly hours?: () => LeavingHours;
}

export type PreparedOr =
  { readonly ok: true; readonly prepared: Prepared } | { readonly ok: false; readonly reason: Reason };

/** A mail as its step has it written, for whoever gets it. */
export interface Written {
  readonly from: Mailbox;
  readonly replyTo?: string;
  readonly sender: Sender;
  /** Whose correspondence it is; null for a mail within the studio. */
  readonly clientId: string | null;
  readonly templateId: string | null;
  readonly templateVersionId?: string | null;
  readonly category: SendRecord['category'];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** A person wrote it: it does not say that a machine did. */
  readonly isByHand?: true;
  /** Ids of further records whose correspondence it is. */
  readonly links?: readonly string[];
  /** Beside those that every mail of a workflow has. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly attachments?: readonly Attachment[];
  /** Of these attachments. */
  readonly files?: readonly AttachedFile[];
}

type Yes = Extract<PreparedOr, { ok: true }>;
type No = Extract<PreparedOr, { ok: false }>;
export type WrittenOr = { readonly ok: true; readonly mail: Written } | No;

/** A template, filled in with the facts of this moment in its reader's language, in its brand's frame. */
export function writeTemplate(
  step: SendMailStep,
  context: RunContext,
  loaded: LoadedTemplate,
  { platformDomain, publicUrl }: { readonly platformDomain: string; readonly publicUrl: string },
  author: StaffAuthor | null = null,
): WrittenOr {
  if (!loaded.ok) return loaded;
  const brand = context.brand;
  if (!brand) return { ok: false, reason: { code: 'brand.missing', params: {} } };
  const formats = formatsOf(context, step.to);
  const style = {
    name: brand.name,
    color: brand.color,
    signature: brand.signature,
    logoUrl: brand.logoUrl,
    legalFooter: brand.legalFooter,
    filesUrl: filesUrl(publicUrl),
    locale: formats.locale,
  };
  const environment = { data: factsOf(context), formats, clock: () => performance.now() };
  const written = writeMail(loaded.template, environment, style);
  if (!written.ok)
    return {
      ok: false,
      reason: { code: 'template.budget', params: { part: written.part, budget: written.budget } },
    };
  const { subject, html, text } = written.mail;
  return {
    ok: true,
    mail: {
      ...fromBrand(context, platformDomain, author),
      sender: context.sender ?? platform,
      clientId: context.client?.id ?? null,
      templateId: step.template!,
      templateVersionId: loaded.versionId,
      category: step.category,
      subject,
      html,
      text,
      attachments: loaded.attachments,
    },
  };
}

/** Which mail it is: of a step, about a question, or a person's. One that was queued with a Message-ID keeps it. */
export type SendIdentity = Pick<SendRecord, 'key' | 'purpose' | 'stepId' | 'visit' | 'approvalId'> &
  Partial<Pick<SendRecord, 'messageId'>>;

/** What surrounds a mail: a run's records, or those around the record that a person wrote from. */
export type MailSurroundings = Pick<
  RecordContext,
  'brand' | 'booking' | 'client' | 'sender' | 'studioSlug'
> & {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly now: Date;
  readonly runId: string | null;
};

/** The message that leaves for one recipient, and the row that it has in the ledger. */
export async function compose(
  identity: SendIdentity,
  context: MailSurroundings,
  written: Written,
  to: Mailbox,
): Promise<Yes> {
  const { key } = identity;
  const { from, replyTo, sender, clientId, templateId, templateVersionId, category, subject } = written;
  const { html, text, isByHand, links, headers } = written;
  const messageId =
    identity.messageId ?? messageIdOf(key, from.address.slice(from.address.lastIndexOf('@') + 1));
  const message = await composeMail({
    from,
    to,
    replyTo,
    subject,
    html,
    text,
    messageId,
    date: context.now,
    calendar: calendarOf(written.attachments ?? [], context, { from, to }),
    files: written.files,
    // A workflow's mail is automatic, also where a person approved it.
    headers: { ...(!isByHand && automaticHeaders), ...headers },
  });
  const record: SendRecord = {
    ...identity,
    runId: context.runId,
    brandId: context.brand!.id,
    senderId: sender.id,
    clientId,
    templateId,
    templateVersionId,
    category,
    toAddress: to.address,
    toName: to.name,
    messageId,
    subjectType: context.subjectType,
    subjectId: context.subjectId,
    fromAddress: from.address,
    subject,
    text,
    html,
    day: localAt(context.now.toISOString(), formatsOf(context).zone).slice(0, 10),
    ...(links && { links }),
  };
  return { ok: true, prepared: { record, message, sender } };
}

/** The brand's own sender, else the platform's address of the studio; by name a staff member's where one is given. */
export const fromBrand = (
  { sender, brand, studioSlug }: MailSurroundings,
  platformDomain: string,
  staff: StaffAuthor | null = null,
) =>
  mailFrom(
    {
      sender,
      brandName: brand?.name ?? '',
      brandReplyTo: brand?.replyTo ?? null,
      studioSlug,
      platformDomain,
    },
    staff,
  );

export const platformSender = ({ studioSlug }: RunContext, name: string, domain: string): Mailbox => ({
  name,
  address: platformAddress(studioSlug, domain),
});

/** When a step's mail may leave, as brand and client are now. */
export const leavingHours = (step: SendMailStep, { brand, client }: RunContext): LeavingHours => ({
  window: step.window,
  calendar: {
    zone: brand?.zone || 'UTC',
    hours: parseBusinessHours(brand?.businessHours ?? {}),
  },
  clientZone: textOf(client?.zone),
});
