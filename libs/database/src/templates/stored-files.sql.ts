import { integer, octets, text, texts, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';

const head = { id: text, name: text, type: text, octets: integer };
export type StoredFileHead = RowOf<typeof head>;

/** What the studio has of these files, without their content. */
export const storedFileHeads = statement({
  name: 'stored-file-heads',
  params: { studioId: text, ids: texts },
  row: head,
  sql: `SELECT id::text, name, type, octets FROM files WHERE ${ofStudio()} AND id = ANY(:ids::uuid[])`,
});

export const storedFileContent = statement({
  name: 'stored-file-content',
  params: { studioId: text, id: text },
  row: { name: text, type: text, content: octets },
  sql: `SELECT name, type, content FROM files WHERE ${ofStudio()} AND id = :id`,
});
