import { replyOf } from '../../smtp/reply.js';
import {
  contentRefused,
  domainSetup,
  greylisted,
  limitReached,
  mailboxFull,
  reputation,
} from '../../smtp/reply-texts.js';
import { verdictOf } from '../../smtp/rules.js';
import type { BounceKind } from './mail-report.js';

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
/** A full mailbox, the message itself, or a policy (RFC 3463 3.3, 3.7, 3.8). */
const notOfAddress = /^[45]\.(?:2\.[23]|3\.4|6\.\d{1,3}|7\.\d{1,3})$/;
/** What Postfix says of every refusal, whatever its reason. */
const ANY_REFUSAL = /recipient address rejected:?/gi;

/**
 * What a mail that came back says of its address: by the rules that read a server's answers while a mail is sent.
 * @param status RFC 3463; empty where nothing was said
 */
export function bounceKindOf(status: string, detail: string): BounceKind {
  if (elsewhere.some((words) => words.test(detail))) return 'none';
  const said = /\b([245])\d\d[ -]/.exec(detail);
  if (status.startsWith('2') || (!status && said?.[1] === '2')) return 'none';
  const isPassing = status ? status.startsWith('4') : said?.[1] === '4';
  const reply = replyOf(detail, 550);
  const enhanced = specific(reply.enhanced) || specific(status);
  const text = enhanced.startsWith('5.1.') ? reply.text : reply.text.replace(ANY_REFUSAL, ' ');
  const { type, cause } = verdictOf('rcpt', { ...reply, text, enhanced });
  if (type === 'refused' && ofAddress.has(cause)) return isPassing ? 'soft' : 'hard';
  if (greylisted.test(detail) || notOfAddress.test(enhanced) || notOfAddress.test(status)) return 'none';
  return type === 'refused' && cause === 'unexplained' && (status || said) ? 'soft' : 'none';
}

/** A status that says no more than "failed" says nothing. */
const specific = (status: string): string => (/^\d\.0\.0$|^5\.[0-9]\.0$/.test(status) ? '' : status);
