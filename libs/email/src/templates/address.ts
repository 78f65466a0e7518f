/** What a link or a picture of a mail may lead to; an address without a scheme is relative and leads nowhere else. */
const schemes: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'sms', 'cid']);

/** What stands where an address is refused. */
export const REFUSED_ADDRESS = '#';

const named: Readonly<Record<string, string>> = { colon: ':', tab: '\t', newline: '\n', sol: '/', amp: '&' };

/** An attribute's value as a browser reads it, as far as a scheme can hide in it. */
const decoded = (html: string): string =>
  html.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));?/g, (whole, ...groups) => {
    const [decimal, hex, name] = groups as (string | undefined)[];
    if (name) return named[name.toLowerCase()] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

/** @param html the value as it stands in the document, entities and all */
export function isSafeAddress(html: string): boolean {
  // Browsers drop tabs and line ends anywhere, control characters and blanks before the scheme (URL standard 4.4).
  const visible = [...decoded(html.slice(0, 4_000))]
    .filter((char) => char > ' ' && char !== '\u00a0' && char !== '\u007f')
    .join('');
  const end = visible.search(/[:/?#]/);
  return end < 0 || visible[end] !== ':' || schemes.has(visible.slice(0, end).toLowerCase());
}

/** Half a surrogate pair, which no encoding has, becomes the replacement character. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** A value that is an address or a piece of one: its delimiters stay, whatever else is percent-encoded. */
export const escapeAddress = (text: string): string =>
  wellFormed(text.trim()).replace(/[^\w\-.~:/?#[\]@!$&()*+,;=%]/gu, (char) =>
    encodeURIComponent(char).replace("'", '%27'),
  );

/** A value in the query or fragment of an address: nothing in it delimits. */
export const escapeQuery = (text: string): string =>
  encodeURIComponent(wellFormed(text)).replace(/'/g, '%27');
