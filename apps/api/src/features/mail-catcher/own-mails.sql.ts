/** Which of these mails the studio's ledger holds. `$1` studio, `$2` Message-IDs. */
export const ownMails = {
  name: 'own-caught-mails',
  text: `SELECT message_id AS "messageId" FROM sends WHERE studio_id = $1::uuid AND message_id = ANY($2::text[])`,
};
export interface OwnMail {
  readonly messageId: string;
}
