import { plainTextOf } from '../../mail/plain-text.js';
import type { IncomingMail } from '../parse/incoming-mail.js';
import { forwardDivider, forwardSubject } from './quote-marks.js';
import { splitHtml } from './split-html.js';
import { SIGNATURE, splitText, type Split } from './split-text.js';

export interface ReplyText {
  /** What its writer added: what people see first, and what conditions of workflows see. */
  readonly text: string;
  /** Nothing is left out. */
  readonly isWhole: boolean;
}

/**
 * What is new in a mail, told from what it quotes. The whole text is given where that is not sure: nothing is quoted, nothing else would be left, an answer is below or within
 * the quotation, the mail passes another one on, or its HTML and its text say different things.
 */
export function replyTextOf(
  mail: Pick<IncomingMail, 'subject' | 'text' | 'html' | 'isTextFromHtml' | 'embedded'>,
): ReplyText {
  const whole: ReplyText = { text: mail.text.trim(), isWhole: true };
  if (forwardSubject.test(mail.subject) || mail.embedded.length > 0) return whole;
  const html = mail.html === '' ? undefined : ownHtml(mail.html);
  const byText = splitText(mail.text);
  if (html?.isForward || byText?.isForward) return whole;
  const byHtml = html?.own || undefined;
  const own = mail.isTextFromHtml ? (byHtml ?? byText?.own) : agreed(mail.text, byText?.own, byHtml);
  if (own === undefined || own === '') return whole;
  const text = withoutSignature(own);
  return text === '' ? whole : { text, isWhole: false };
}

function ownHtml(html: string): Split | undefined {
  const split = splitHtml(html);
  if (!split) return undefined;
  const begins = plainTextOf(split.quoted.slice(0, 20_000)).split('\n', 6);
  return { own: plainTextOf(split.own), isForward: begins.some((line) => forwardDivider.test(line)) };
}

/** What both forms of a mail say is new. The longer one where one begins with the other; nothing where they differ. */
function agreed(text: string, byText: string | undefined, byHtml: string | undefined): string | undefined {
  if (byHtml === undefined) return byText;
  const [html, plain] = [letters(byHtml), byText === undefined ? undefined : letters(byText)];
  if (plain === undefined) return beginning(text, html);
  if (plain.startsWith(html)) return byText;
  return html.startsWith(plain) ? beginning(text, html) : undefined;
}

/** The lines that a text begins with and that say just that; undefined where there are none. */
function beginning(text: string, own: string): string | undefined {
  let seen = 0;
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const said = letters(line);
    if (seen === own.length && said !== '') return lines.slice(0, at).join('\n').trim();
    if (!own.startsWith(said, seen)) return undefined;
    seen += said.length;
  }
  return undefined;
}

const letters = (text: string): string =>
  text
    .slice(0, 100_000)
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

function withoutSignature(own: string): string {
  const lines = own.split('\n');
  const at = lines.lastIndexOf(SIGNATURE);
  return at < 0 ? own : lines.slice(0, at).join('\n').trim();
}
