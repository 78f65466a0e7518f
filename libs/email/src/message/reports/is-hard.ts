import { replyOf } from '../../smtp/reply.js';
import {
  contentRefused,
  domainSetup,
  limitReached,
  mailboxFull,
  reputation,
} from '../../smtp/reply-texts.js';
import { verdictOf } from '../../smtp/rules.js';

/** Causes that lie in the address itself. A full mailbox, a policy or a message that was not liked are none. */
const ofAddress = new Set<string>(['userUnknown', 'domainUnknown']);

/** Words of the server that outweigh its status: what it refuses is not the address. */
const elsewhere = [
  mailboxFull,
  limitReached,
  reputation,
  domainSetup,
  contentRefused,
  /\bsender (?:address|domain|verify)\b|too many recipients|\bquota\b/i,
];
/** What Postfix says of every refusal, whatever its reason. */
const ANY_REFUSAL = /recipient address rejected:?/gi;

/**
 * Whether what a server says means that the address does not work: by the rules that read its answers while a mail is sent.
 * @param status RFC 3463; empty where nothing was said
 */
export function isHardBounce(status: string, detail: string): boolean {
  const said = /\b([245])\d\d[ -]/.exec(detail);
  const isPassing = status ? status.startsWith('4') : said?.[1] === '4';
  if (isPassing || elsewhere.some((words) => words.test(detail))) return false;
  const reply = replyOf(detail, 550);
  const enhanced = specific(reply.enhanced) || specific(status);
  const text = enhanced.startsWith('5.1.') ? reply.text : reply.text.replace(ANY_REFUSAL, ' ');
  const { type, cause } = verdictOf('rcpt', { ...reply, text, enhanced });
  return type === 'refused' && ofAddress.has(cause);
}

/** A status that says no more than "failed" says nothing. */
const specific = (status: string): string => (/^\d\.0\.0$|^5\.[0-9]\.0$/.test(status) ? '' : status);
