import { instant, json, text, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import type { Attachment } from './attachment.js';
import { statement } from '../client/statement.js';

const head = { id: text, appliesFrom: instant };
export type TemplateVersionHead = RowOf<typeof head>;

/** Newest first. */
export const templateVersionHeads = statement({
  name: 'template-version-heads',
  params: { studioId: text, templateId: text },
  row: head,
  sql: `SELECT id::text, applies_from FROM template_versions WHERE ${ofStudio()} AND template_id = :templateId ORDER BY number DESC`,
});

export const templateVersionContent = statement({
  name: 'template-version-content',
  params: { studioId: text, id: text },
  row: {
    subject: text,
    preheader: text,
    html: text,
    text: text.orNull,
    blocks: json<object>().orNull,
    attachments: json<readonly Attachment[]>(),
  },
  sql: `SELECT subject, preheader, html, text, blocks, attachments FROM template_versions WHERE ${ofStudio()} AND id = :id`,
});

/** A version that a mail was written by is never written over. No row where it was already. */
export const markTemplateVersionUsed = statement({
  name: 'mark-template-version-used',
  params: { studioId: text, id: text },
  row: { id: text },
  sql: `UPDATE template_versions SET used_at = COALESCE(used_at, now()) WHERE ${ofStudio()} AND id = :id RETURNING id::text`,
});

/** The version that a run mails by: the newest of those that applied when it began. */
export const versionOfRun = (
  newestFirst: readonly TemplateVersionHead[],
  runCreatedAt: Date,
): TemplateVersionHead | undefined => newestFirst.find(({ appliesFrom }) => appliesFrom <= runCreatedAt);
