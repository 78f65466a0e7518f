import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

/** What is compared. */
export const fields = ['subject', 'from', 'to', 'messageId', 'date', 'text', 'html', 'files'];
/** Longer, and these parsers hold up the whole table. */
const MOST_MS = 5_000;

/** The same mail by postal-mime and by mailparser, as far as they come. */
export async function otherReadings(raw) {
  const readings = await Promise.allSettled([within(postal(raw)), within(parsed(raw))]);
  return readings.filter(({ status }) => status === 'fulfilled').map(({ value }) => value);
}

const within = (work) =>
  Promise.race([
    work,
    new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), MOST_MS).unref()),
  ]);

async function postal(raw) {
  const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: 30 });
  return {
    subject: mail.subject ?? '',
    from: addresses(mail.from ? [mail.from] : []),
    to: addresses(mail.to),
    messageId: mail.messageId ?? '',
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    files: (mail.attachments ?? []).map(({ filename }) => filename ?? ''),
  };
}

async function parsed(raw) {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, skipHtmlToText: true });
  const people = (value) => (value ? [value].flat().flatMap((one) => one.value) : []);
  return {
    subject: mail.subject ?? '',
    from: addresses(people(mail.from)),
    to: addresses(people(mail.to)),
    messageId: mail.messageId ?? '',
    date: mail.date?.toISOString() ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    files: mail.attachments.map(({ filename }) => filename ?? ''),
  };
}

const addresses = (list) =>
  (list ?? [])
    .flatMap(({ address, group }) => group?.map((one) => one.address) ?? [address])
    .filter((address) => address?.includes('@'));

/** Fields in which ours is like none of the others: a list of `{ field, ours, theirs }`. */
export function differencesOf(mail, others) {
  const ours = {
    subject: mail.subject,
    from: mail.from.map(({ address }) => address),
    to: mail.to.map(({ address }) => address),
    messageId: mail.messageId ?? '',
    date: mail.date?.toISOString() ?? '',
    text: mail.isTextFromHtml ? '' : mail.text,
    html: mail.html,
    files: mail.attachments.map(({ fileName }) => fileName),
  };
  return fields
    .map((field) => ({ field, ours: ours[field], theirs: others.map((other) => other[field]) }))
    .filter(
      ({ field, ours, theirs }) => theirs.length > 0 && theirs.every((other) => !isSame(field, ours, other)),
    );
}

const squeezed = (value) => String(value).replace(/\s+/g, '').trim();

function isSame(field, ours, theirs) {
  if (field === 'files') return ours.length === theirs.length;
  if (field === 'html') return squeezed(ours).length > 0 === squeezed(theirs).length > 0;
  if (field === 'date') return Math.abs(Date.parse(ours) - Date.parse(theirs)) < 1_000 || ours === theirs;
  return squeezed(ours) === squeezed(theirs);
}
