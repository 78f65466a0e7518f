import { correspondence, recordDeliveryReport, storableText, type Queryable } from '@cueline/database';
import { classify } from '@cueline/email/incoming';
import type { ReadMail } from '@cueline/email/incoming/pool';
import { fileMessage } from './file-message.js';
import { hashOf, idsOf } from './filing-of.js';
import { isOurs } from './nature-of.js';
import type { PlacedMail, StudioMail } from './placed-mail.js';
import { messagesNamed, type KnownRow } from './thread-of.js';

/**
 * Files one mail: message, people, thread, records, words, and what it raises. Under the studio's lock of correspondence.
 * @param on a transaction
 */
export async function fileMail(
  on: Queryable,
  placed: PlacedMail,
  read: ReadMail,
  studio: StudioMail,
): Promise<void> {
  const { mail } = read;
  const ids = idsOf(mail);
  const known = await messagesNamed(
    on,
    placed.studioId,
    ids.map(({ id }) => id),
  );
  const same = known.filter(
    ({ kind, id, twinOf }) =>
      (kind === 'own' || kind === 'provider') && id === mail.messageId && twinOf === null,
  );
  const sent = same.find(({ sendId }) => sendId !== null);
  if (sent && (await uniteWith(on, placed, sent))) return;
  const ours = sent !== undefined || isOurs(mail, placed.roles, studio.own);
  const answered = known.find(({ kind, direction }) => kind === 'own' && direction === 'outgoing');
  const minutesAfterOurs = answered && (placed.at.getTime() - answered.at.getTime()) / 60_000;
  await fileMessage(on, placed, read, studio, {
    ids,
    known,
    twinOf: sent ?? same.find((one) => isTwin(one, read)),
    classified: ours
      ? null
      : classify(mail, { formSenders: studio.forms, minutesAfterOurs: minutesAfterOurs ?? null }),
  });
}

/** A copy of a mail that we sent. That it lies in a mailbox proves that it was taken. @returns whether the send's own message is the copy */
async function uniteWith(
  on: Queryable,
  { studioId, mailboxId, sha256, at }: PlacedMail,
  { messageId, id }: KnownRow,
): Promise<boolean> {
  if (mailboxId === null) return false;
  const united = await correspondence.uniteCopy.run(on, { studioId, messageId, mailboxId, sha256 });
  const report = { type: 'delivered', messageIds: [id], sendKeys: [], recipients: [], at } as const;
  await recordDeliveryReport(on, studioId, report);
  if (united === 0) return false;
  await correspondence.showMessages.run(on, { studioId, messageIds: [messageId] });
  return true;
}

/** The same mail to two addresses has two sets of bytes: its id, its writer and its text are one. */
const isTwin = (known: KnownRow, { mail }: ReadMail): boolean =>
  known.fromAddress === (mail.from[0]?.address ?? '') && known.textSha256 === hashOf(storableText(mail.text));
