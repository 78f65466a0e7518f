import { statement, text, texts } from '@cueline/database/sql';

/** Which of these mails the studio's ledger has. */
export const ownMails = statement({
  name: 'own-caught-mails',
  params: { studioId: text, messageIds: texts },
  row: { messageId: text },
  sql: 'SELECT message_id FROM sends WHERE studio_id = :studioId::uuid AND message_id = ANY(:messageIds::text[])',
});
