import { brandLayout, messageIdOf, parseAddress, renderTemplate, type Mailbox } from '@cueline/email';
import { composeMail, plainTextOf } from '@cueline/email/smtp';
import type { SendMailStep } from '@cueline/workflows';
import { factsOf, textOf } from '@cueline/database';
import type { RunContext } from '../facts/run-context.repository.js';
import { sendKeyOf } from './send-key.js';
import type { SendRecord } from './send.repository.js';
import type { LoadedTemplate } from './template.repository.js';

export interface Prepared {
  readonly record: SendRecord;
  readonly message: Buffer;
}

export type PreparedOr =
  | { readonly ok: true; readonly prepared: Prepared }
  | { readonly ok: false; readonly code: string; readonly params: object };

/** The mail of one recipient, filled in with the facts of this moment. */
export async function prepare(
  studioId: string,
  step: SendMailStep,
  visit: number,
  context: RunContext,
  loaded: LoadedTemplate,
  to: Mailbox,
  platformDomain: string,
): Promise<PreparedOr> {
  if (!loaded.ok) return { ok: false, code: loaded.code, params: {} };
  const brand = context.brand;
  if (!brand) return { ok: false, code: 'brand.missing', params: {} };
  const formats = { locale: String(brand['locale']), zone: String(brand['zone']) };
  const data = factsOf(context);
  const rendered = renderTemplate(loaded.template, { data, formats, clock: () => performance.now() });
  if (!rendered.ok)
    return { ok: false, code: 'template.budget', params: { part: rendered.part, budget: rendered.budget } };
  const key = sendKeyOf({ studioId, runId: context.run_id, stepId: step.id, visit, recipient: to.address });
  const from = senderOf(context, platformDomain);
  const { subject, preheader } = rendered.mail;
  const look = {
    name: String(brand['name']),
    color: String(brand['color']),
    signature: textOf(brand['signature']) ?? '',
  };
  const html = brandLayout(look, { html: rendered.mail.html, preheader, subject });
  const plain = rendered.mail.text ?? plainTextOf(html);
  const messageId = messageIdOf(key, from.address.slice(from.address.lastIndexOf('@') + 1));
  const replyTo = parseAddress(textOf(context.sender?.['reply_to']) ?? '') ?? undefined;
  const message = await composeMail({
    from,
    to,
    replyTo,
    subject,
    html,
    text: plain,
    messageId,
    date: context.now,
  });
  const record: SendRecord = {
    key,
    run_id: context.run_id,
    step_id: step.id,
    visit,
    brand_id: String(brand['id']),
    sender_id: (context.sender?.['id'] as string | undefined) ?? null,
    client_id: (context.client?.['id'] as string | undefined) ?? null,
    template_id: step.template!,
    category: step.category,
    to_address: to.address,
    to_name: to.name,
    message_id: messageId,
    subject_type: context.subject_type,
    subject_id: context.subject_id,
    from_address: from.address,
    subject,
    text: plain,
    html,
  };
  return { ok: true, prepared: { record, message } };
}

/** The brand's own sender, else the platform's address of the studio. */
function senderOf({ sender, brand, studio_slug: slug }: RunContext, domain: string): Mailbox {
  const own = sender && parseAddress(String(sender['address']));
  if (own) return { name: String(sender['from_name']), address: own };
  return { name: String(brand!['name']), address: `studio-${slug}@${domain}` };
}
