import { ofStudio, statement, text } from '@cueline/database/sql';

export const findTemplate = statement({
  name: 'template',
  params: { studioId: text, id: text },
  row: { subject: text, preheader: text, html: text, text: text.orNull },
  sql: `SELECT subject, preheader, html, text FROM templates WHERE id = :id AND ${ofStudio()}`,
});
