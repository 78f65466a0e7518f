import { text } from '../../client/columns.js';
import { statement } from '../../client/statement.js';

/** First in every transaction that changes threads: of two mails that answer each other, the second one sees the first. */
export const lockCorrespondence = statement({
  name: 'lock-correspondence',
  params: { studioId: text },
  sql: `SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('cueline correspondence ' || :studioId::text, 0))) held`,
});
