import type { templates } from '@cueline/contracts';
import { sourceOfLine, type TemplateContent } from '@cueline/email';
import { blockDocumentSchema } from '@cueline/email/blocks';
import { jsonNull, storableJson, type Attachment } from '@cueline/database';

/** What of a template is content, as its row has it. */
interface ContentRow {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string | null;
  readonly blocks: unknown;
}

/** The columns of a change: a document leaves its subject and preview line beside it, for lists. */
export function contentColumns({
  blocks,
  attachments,
  ...written
}: Omit<templates.NewTemplate, 'name'> & { readonly name?: string }) {
  const source = { ...written, ...(attachments && { attachments: [...attachments] }) };
  if (!blocks) return { ...source, ...(blocks === null && { blocks: jsonNull }) };
  const { subject, preheader } = blocks;
  const lines = { subject: sourceOfLine(subject), preheader: sourceOfLine(preheader) };
  return { ...source, ...lines, blocks: JSON.parse(storableJson(blocks)) as object, html: '', text: null };
}

export const contentOf = ({
  subject,
  preheader,
  html,
  text,
  blocks,
}: ContentRow): Required<TemplateContent> => ({
  ...{ subject, preheader, html, text },
  blocks: blocks ? blockDocumentSchema.parse(blocks) : null,
});

/** What its mails carry, as a row of a template or version has it. */
export const attachmentsOf = ({ attachments }: { readonly attachments: unknown }): Attachment[] =>
  attachments as Attachment[];
