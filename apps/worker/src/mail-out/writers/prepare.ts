import { messageIdOf, parseAddress, platformAddress, type Mailbox } from '@cueline/email';
import { automaticHeaders, composeMail, writeMail } from '@cueline/email/smtp';
import {
  localAt,
  parseBusinessHours,
  type LeavingHours,
  type SendMailStep,
  type Reason,
} from '@cueline/workflows';
import { factsOf, formatsOf, textOf, type SendRecord } from '@cueline/database';
import type { RunContext } from '../../engine/record-context/run-context.repository.js';
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
}

type Yes = Extract<PreparedOr, { ok: true }>;
type No = Extract<PreparedOr, { ok: false }>;
export type WrittenOr = { readonly ok: true; readonly mail: Written } | No;

/** A template, filled in with the facts of this moment in its reader's language, in its brand's frame. */
export function writeTemplate(
  step: SendMailStep,
  context: RunContext,
  loaded: LoadedTemplate,
  platformDomain: string,
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
      from: senderOf(context, platformDomain),
      replyTo: replyToOf(context),
      sender: context.sender ?? platform,
      clientId: context.client?.id ?? null,
      templateId: step.template!,
      templateVersionId: loaded.versionId,
      category: step.category,
      subject,
      html,
      text,
    },
  };
}

/** Which mail it is: of a step, or about a question. */
export type SendIdentity = Pick<SendRecord, 'key' | 'purpose' | 'stepId' | 'visit' | 'approvalId'>;

/** The message that leaves for one recipient, and the row that it has in the ledger. */
export async function compose(
  identity: SendIdentity,
  context: RunContext,
  { from, replyTo, sender, clientId, templateId, templateVersionId, category, subject, html, text }: Written,
  to: Mailbox,
): Promise<Yes> {
  const { key } = identity;
  const messageId = messageIdOf(key, from.address.slice(from.address.lastIndexOf('@') + 1));
  const message = await composeMail({
    from,
    to,
    replyTo,
    subject,
    html,
    text,
    messageId,
    date: context.now,
    // A workflow sends it, also where a person approved it.
    headers: automaticHeaders,
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
  };
  return { ok: true, prepared: { record, message, sender } };
}

/** The sender's own choice; what leaves from the platform's address is answered to where the brand says. */
export function replyToOf({ sender, brand }: Pick<RunContext, 'sender' | 'brand'>): string | undefined {
  const isPlatform = (sender?.kind ?? 'platform') === 'platform';
  const chosen = textOf(sender?.replyTo) ?? (isPlatform ? textOf(brand?.replyTo) : null);
  return parseAddress(chosen ?? '') ?? undefined;
}

/** The brand's own sender, else the platform's address of the studio. */
function senderOf(context: RunContext, domain: string): Mailbox {
  const { sender, brand } = context;
  const own = sender && parseAddress(sender.address);
  if (own) return { name: sender.fromName, address: own };
  return platformSender(context, brand!.name, domain);
}

export const platformSender = ({ studioSlug: slug }: RunContext, name: string, domain: string): Mailbox => ({
  name,
  address: platformAddress(slug, domain),
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
