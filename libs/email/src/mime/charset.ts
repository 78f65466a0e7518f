import { analyse } from 'chardet';
import { binaryOf, octetsOf } from './transfer-encoding.js';

/** Names that mail programs write and browsers' list of encodings (WHATWG) does not have. */
const aliases: Readonly<Record<string, string>> = {
  cp932: 'shift_jis',
  cp936: 'gbk',
  cp949: 'euc-kr',
  cp950: 'big5',
  'latin-1': 'windows-1252',
  'macintosh-roman': 'macintosh',
  'unicode-1-1-utf-7': 'utf-7',
  'utf-8-mac': 'utf-8',
  utf8mb4: 'utf-8',
};
/** Letters outside ASCII are written in ASCII by them: what is declared is the only sign. */
const sevenBit = new Set(['iso-2022-jp', 'utf-7']);
/** Encodings of several octets for a letter: octets that happen to be valid UTF-8 too occur in short texts. */
const manyOctets = new Set(['gbk', 'gb18030', 'big5', 'euc-kr', 'euc-jp', 'shift_jis']);
const GUESS_FROM = 64;
const GUESS_MOST = 20_000;

/** The name of an encoding by WHATWG; undefined for one that nothing here decodes. */
export function knownCharset(declared: string | undefined): string | undefined {
  const name = /^[\s"']*([\w.:+-]{2,40})/.exec(declared ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const label = aliases[name] ?? name.replace(/^cp-?(125\d)$/, 'windows-$1');
  if (label === 'utf-7') return label;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/**
 * The text of octets. What is declared is often wrong, so the octets are believed first: a byte order mark, then valid UTF-8 beyond ASCII, then what is declared,
 * then the hint (the encoding of the rest of the mail), then a guess over enough of them, then Windows' western letters. `us-ascii` and `iso-8859-1` mean these
 * as well (WHATWG Encoding 4.2).
 */
export function decodeText(octets: Uint8Array, declared: string | undefined, hint?: string): string {
  const known = knownCharset(declared);
  if (isUtf8(octets, known)) return decoded(octets, 'utf-8');
  const charset = markOf(octets) ?? charsetOf(octets, known, hint);
  return charset === 'utf-7' ? fromUtf7(octets) : decoded(octets, charset);
}

function decoded(octets: Uint8Array, charset: string): string {
  const text =
    charset === 'windows-1252'
      ? fromWindows1252(octets)
      : new TextDecoder(charset).decode(charset === 'iso-2022-jp' ? withoutIdleEscapes(octets) : octets);
  return text.replaceAll('\0', '\ufffd');
}

/** What 0x80 to 0x9f are. Runtimes have decoders that leave them as control characters once they were optimized (nodejs/node#56542). */
const letters1252 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const fromWindows1252 = (octets: Uint8Array): string =>
  binaryOf(octets).replace(/[\u0080-\u009f]/g, (char) => letters1252[char.charCodeAt(0) - 0x80]!);

const ESCAPE = '\u001b';
/** A change of letters that is changed again at once, as where two encoded words meet, is an error to the decoder. */
const idleEscapes = new RegExp(`(?:${ESCAPE}[$(][@A-Z])+(?=${ESCAPE})`, 'g');
const withoutIdleEscapes = (octets: Uint8Array): Uint8Array =>
  octetsOf(binaryOf(octets).replace(idleEscapes, ''));

function markOf(octets: Uint8Array): string | undefined {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  return undefined;
}

function isUtf8(octets: Uint8Array, known: string | undefined): boolean {
  if (known !== undefined && (sevenBit.has(known) || known.startsWith('utf-16'))) return false;
  if (!octets.some((octet) => octet > 0x7f) || !isValid(octets, 'utf-8')) return false;
  if (known === undefined || !manyOctets.has(known) || !isValid(octets, known)) return true;
  // Valid in both: letters of three octets, one after the other, are not written by chance.
  return /[\u0800-\uffff]{3}/.test(new TextDecoder('utf-8').decode(octets.subarray(0, GUESS_MOST)));
}

function isValid(octets: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(octets);
    return true;
  } catch {
    return false;
  }
}

function charsetOf(octets: Uint8Array, known: string | undefined, hint: string | undefined): string {
  if (known !== undefined && known !== 'utf-8') return known;
  const isAscii = !octets.some((octet) => octet > 0x7f);
  if (isAscii) return hasJapaneseEscape(octets) ? 'iso-2022-jp' : 'utf-8';
  // Declared as UTF-8 and not quite: a letter that was cut, or another encoding.
  if (known === 'utf-8' && isNearlyUtf8(octets)) return known;
  const byHint = knownCharset(hint);
  if (byHint && byHint !== 'utf-8' && byHint !== 'utf-7' && isValid(octets, byHint)) return byHint;
  return guessed(octets) ?? 'windows-1252';
}

/** `ESC $ B` and its like (RFC 1468). */
const hasJapaneseEscape = (octets: Uint8Array): boolean => {
  const at = octets.indexOf(0x1b);
  return at >= 0 && octets[at + 1] === 0x24 && (octets[at + 2] === 0x42 || octets[at + 2] === 0x40);
};

function isNearlyUtf8(octets: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(octets);
  const broken = text.split('\ufffd').length - 1;
  const whole = (text.match(/[^\0-\u007f\ufffd]/gu) ?? []).length;
  return whole > broken;
}

function guessed(octets: Uint8Array): string | undefined {
  if (octets.length < GUESS_FROM) return undefined;
  const [best] = analyse(octets.subarray(0, GUESS_MOST));
  const name = best && best.confidence >= 30 ? knownCharset(best.name) : undefined;
  return name === 'utf-8' || name === 'utf-7' || name?.startsWith('utf-16') ? undefined : name;
}

/** RFC 2152: what stands between `+` and `-` is base64 of UTF-16. */
function fromUtf7(octets: Uint8Array): string {
  const ascii = binaryOf(octets);
  return ascii.replace(/\+([A-Za-z0-9+/]{0,200000})-?/g, (whole, body: string) => {
    if (body === '') return whole.endsWith('-') ? '+' : whole;
    try {
      const binary = atob(body.slice(0, body.length - (body.length % 4 === 1 ? 1 : 0)));
      const units = Uint8Array.from(binary.slice(0, binary.length & ~1), (char) => char.charCodeAt(0));
      return new TextDecoder('utf-16be').decode(units);
    } catch {
      return whole;
    }
  });
}
