import { decodeEntities } from './entities.js';

/** What a link or a picture of a mail may lead to; an address without a scheme is relative and leads nowhere else. */
const schemes: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'geo',
  'webcal',
  'webcals',
  'cid',
]);

/** What stands where an address is refused. */
export const REFUSED_ADDRESS = '#';

/** @param html the value as it stands in the document, entities and all */
export function isSafeAddress(html: string): boolean {
  // Browsers drop tabs and line ends anywhere, control characters and blanks before the scheme (URL standard 4.4).
  let scheme = '';
  for (const char of decodeEntities(html)) {
    if (char <= ' ' || char === '\u00a0' || char === '\u007f') continue;
    if (char === ':') return schemes.has(scheme.toLowerCase());
    if (char === '/' || char === '?' || char === '#') return true;
    scheme += char;
  }
  return true;
}

/** Half a surrogate pair, which no encoding has, becomes the replacement character. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A value that is an address or a piece of one: its delimiters stay, whatever else is percent-encoded. */
export const escapeAddress = (text: string): string =>
  wellFormed(text.trim()).replace(/[^\w\-.~:/?#[\]@!$&()*+,;=%]|%(?![0-9a-fA-F]{2})/gu, (char) =>
    encodeURIComponent(char).replace("'", '%27'),
  );
