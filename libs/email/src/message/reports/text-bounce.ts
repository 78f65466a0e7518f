import { addressesIn } from './addresses-in.js';
import { automaticAnswer, bounceSubject, bounceText, delayedSubject, machine } from './bounce-texts.js';
import { fieldOf } from '../../mime/header-fields.js';
import { bounceKindOf } from './bounce-kind.js';
import type { ReadReport, ReportedRecipient } from './mail-report.js';
import { oneLine } from './one-line.js';
import { messageIdsIn, returnedTo } from './original.js';
import type { ParsedMail } from './parsed-mail.js';

/** Of the server's own text; what it returns comes after it. */
const READ = 20_000;
/** Where a server's own text ends and the returned mail begins. */
const RETURNED =
  /^[-\t >*#_=]{0,80}(?:original (?:message|mail|e-?mail)|this is a copy of|below this line|unsent message|returned message|message (?:follows|header|text)|included is|urspr[üu]ngliche nachricht|here is (?:your|the|a copy)|copy of (?:your|the) message|the (?:header|body) of the original|bounced e-?mail|.{0,40}headers? (?:follow|of))/im;

/** Servers without a form (a third of them): known by who writes, by the subject, and by what the text says. Undefined for everything else. */
export function readTextBounce(mail: ParsedMail): ReadReport | undefined {
  const { headers } = mail;
  const subject = fieldOf(headers, 'subject');
  const text = ownText(mail);
  const failed = addressesIn((headers.get('x-failed-recipients') ?? []).join(' '));
  if (failed.length === 0 && !isBounce(mail, subject, text)) return undefined;
  const type =
    delayedSubject.test(subject) && !/fail|undeliver|permanent/i.test(subject) ? 'delayed' : 'bounced';
  const messageIds = messageIdsIn(mail, []);
  return { type, form: 'text', messageIds, recipients: recipientsOf(mail, text, failed) };
}

/** One sign alone is none: a person may write of a bounce, and a machine of something else. */
function isBounce({ headers }: ParsedMail, subject: string, text: string): boolean {
  const from = `${fieldOf(headers, 'from')} ${fieldOf(headers, 'sender')}`;
  const hasNoReturn =
    /^<>$/.test(fieldOf(headers, 'return-path')) || headers.get('return-path')?.includes('') === true;
  const fromMachine = machine.test(from) || hasNoReturn;
  if (automaticAnswer.test(subject) || headers.has('x-autoreply') || headers.has('x-autorespond'))
    return false;
  if (!fromMachine) return false;
  return bounceSubject.test(subject)
    ? text.length === 0 || bounceText.test(text) || machine.test(from)
    : bounceText.test(text);
}

function ownText({ parts }: ParsedMail): string {
  const plain = parts.find(({ type, text }) => type === 'text/plain' && text.trim() !== '');
  const html = parts.find(({ type }) => type === 'text/html');
  const all = plain?.text ?? (html ? withoutTags(html.text) : (parts[0]?.text ?? ''));
  const end = RETURNED.exec(all);
  return all.slice(0, end && end.index > 40 ? end.index : READ).slice(0, READ);
}

const withoutTags = (html: string): string =>
  html
    .slice(0, 5 * READ)
    .replace(/<(?:style|script)\b[^<>]*>[^<]*/gi, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');

function recipientsOf(
  mail: ParsedMail,
  text: string,
  failed: readonly string[],
): readonly ReportedRecipient[] {
  const own = new Set(
    addressesIn(`${fieldOf(mail.headers, 'to')} ${fieldOf(mail.headers, 'from')}`).map((one) =>
      one.toLowerCase(),
    ),
  );
  const named = addressesIn(text).filter(
    (address) => !own.has(address.toLowerCase()) && !machine.test(address),
  );
  const returned = addressesIn(returnedTo(mail)).filter((address) => !own.has(address.toLowerCase()));
  const wanted = new Set(returned.map((address) => address.toLowerCase()));
  const both = named.filter((address) => wanted.has(address.toLowerCase()));
  const [addresses] = [failed, both, named.slice(0, 1), returned.slice(0, 1)].filter(
    (list) => list.length > 0,
  );
  return (addresses ?? []).map((address) => {
    const detail = detailOf(text, address);
    // A server's text tells a story: its reply alone, from the code on, says why.
    const reply = /(?<![\d.])[45]\d\d[ -].*/.exec(detail)?.[0] ?? detail;
    const status = /(?<![.\d])([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(reply)?.[1] ?? '';
    return { address, kind: bounceKindOf(status, reply), status, detail };
  });
}

/** The server's words about an address: what follows its name, else the line that says why. */
function detailOf(text: string, address: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const at = lines.findIndex((line) => line.includes(address));
  const near = at < 0 ? [] : lines.slice(at, at + 8);
  const said = [...near, ...lines].find((line) => bounceText.test(line));
  const about = near.filter((line) => line !== '').slice(0, 4);
  return oneLine(said && !about.includes(said) ? said : about.length > 0 ? about.join(' ') : (said ?? ''));
}
