import { trimBlanks } from './blanks.js';
import { asciiDomain, readableDomain } from './domain-names.js';

/** RFC 5321 4.5.3.1: 64 octets before the @, 254 in all. */
const LOCAL_OCTETS = 64;
const ADDRESS_OCTETS = 254;

/** RFC 5322 3.2.3 atext, and the letters, marks and digits that RFC 6531 adds. */
const localPart = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\p{L}\p{M}\p{N}]+$/u;
const foreign = /[^A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.\p{L}\p{M}\p{N}]/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const octets = (text: string) => new TextEncoder().encode(text).length;

export type ReadAddress =
  { readonly ok: true; readonly address: string } | { readonly ok: false; readonly message: string };

const no = (message: string): ReadAddress => ({ ok: false, message });

/**
 * An address as it may stand in an envelope, or in one sentence why it may not: the one rule of forms, files, records and the sender. What shows as
 * nothing is taken off its ends, and `mailto:`; the domain is written in lower case, and what stands before the @ is left as it is. Line breaks, angle
 * brackets and lists are refused, since a mail library would read more than one recipient or header out of them.
 */
export function readAddress(input: string): ReadAddress {
  const text = withoutWidth(trimBlanks(input)).replace(/^mailto:\s*/iu, '');
  return text === '' ? no('Give an email address, such as mara@example.com.') : judged(text);
}

/** Two spellings of one mailbox are the same here: case makes no difference, nor how a domain's letters are written. */
export function addressKey(written: string): string {
  const read = readAddress(written);
  if (!read.ok) return trimBlanks(written).toLowerCase();
  const at = read.address.lastIndexOf('@');
  return `${read.address.slice(0, at).toLowerCase()}@${asciiDomain(read.address.slice(at + 1))}`;
}

/** An address for a reader, its domain in its own letters. */
export function readableAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : `${address.slice(0, at)}@${readableDomain(address.slice(at + 1))}`;
}

/** Input methods of East Asia write Latin letters, the @ and the dot full width. */
const withoutWidth = (text: string): string =>
  text
    .replace(/[\uFF01-\uFF5E]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\u3002\uFF61]/gu, '.');

function judged(text: string): ReadAddress {
  if (/[\r\n\u2028\u2029]/u.test(text)) return no('An address stands on one line. Remove the line break.');
  const bracketed = /<\s*([^<>\s]+@[^<>\s]+)\s*>/u.exec(text)?.[1];
  if (/[<>]/u.test(text))
    return no(`Enter only the address, without a name and brackets${bracketed ? `: ${bracketed}` : ''}.`);
  if (text.startsWith('"'))
    return no('Quotation marks before the @ are not supported. Give another address.');
  if (/[,;]/u.test(text)) return no('Enter only one address, without commas or semicolons.');
  if (/[\s\u115F\u1160\u2800\u3164]/u.test(text)) return no('An address holds no blanks. Remove them.');
  if (/\p{C}/u.test(text)) return no('The address holds an invisible character. Type it again.');
  const parts = text.split('@');
  if (parts.length === 1) return no('The @ is missing. Give an address such as mara@example.com.');
  if (parts.length > 2) return no('An address holds one @ only.');
  const [local = '', domain = ''] = parts;
  const message = localProblem(local) ?? domainProblem(domain);
  if (message !== undefined) return no(message);
  const address = `${local.normalize('NFC')}@${domain.normalize('NFC').toLowerCase()}`;
  const onTheWire = `${local}@${asciiDomain(domain)}`;
  return Math.max(octets(address), octets(onTheWire)) > ADDRESS_OCTETS
    ? no(`An address is at most ${ADDRESS_OCTETS} characters long.`)
    : { ok: true, address };
}

function localProblem(local: string): string | undefined {
  if (local === '') return 'Nothing stands before the @. Give an address such as mara@example.com.';
  if (octets(local) > LOCAL_OCTETS)
    return `At most ${LOCAL_OCTETS} characters may stand before the @. Mail servers accept no more.`;
  if (!localPart.test(local)) return `“${foreign.exec(local)?.[0]}” cannot stand before the @.`;
  return /^\.|\.$|\.\./u.test(local)
    ? 'A dot before the @ stands between two other characters only.'
    : undefined;
}

function domainProblem(domain: string): string | undefined {
  if (domain === '') return 'Nothing stands after the @. Give an address such as mara@example.com.';
  if (domain.startsWith('[') || /^\d+(?:\.\d+){3}$/u.test(domain))
    return 'Give the name of a domain after the @, not a number.';
  const labels = domain.split('.');
  if (labels.length < 2) return `“${domain}” has no ending. Give a whole domain, such as example.com.`;
  if (domain.endsWith('.')) return 'Remove the dot at the end.';
  const bad = labels.find((one) => !label.test(one));
  if (bad === '') return 'The domain after the @ holds two dots in a row or begins with one.';
  const ending = labels.at(-1)!;
  if (bad !== undefined || /^(?:\d+|[a-z])$/iu.test(ending) || asciiDomain(domain) === '')
    return `“${domain}” is not the name of a domain. Check what stands after the @.`;
  return undefined;
}
