/** Octets of a text with one character each. */
const octetsOf = (binary: string): Uint8Array => Uint8Array.from(binary, (char) => char.charCodeAt(0) & 0xff);

/** Octets as text: what is no UTF-8 is what was declared, and what nobody knows is Windows' western letters, as readers take it. */
function textOf(octets: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    const declared = (charset ?? '').trim().toLowerCase();
    const label = /^(?:|us-ascii|iso-8859-1|utf-?8|latin-?1)$/.test(declared) ? 'windows-1252' : declared;
    try {
      return new TextDecoder(label).decode(octets);
    } catch {
      return new TextDecoder('windows-1252').decode(octets);
    }
  }
}

function fromBase64(text: string): string {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  try {
    return atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0)));
  } catch {
    return text;
  }
}

const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** RFC 2045 6. @param body one character for each octet */
export function decodeBody(body: string, encoding: string, charset: string | undefined): string {
  const raw =
    encoding === 'base64'
      ? fromBase64(body)
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : body;
  return textOf(octetsOf(raw), charset);
}

/** RFC 2047: the encoded words of a header. @param value one character for each octet */
export function decodeWords(value: string): string {
  if (!value.includes('=?')) return decodeBody(value, '', undefined);
  return decodeBody(value, '', undefined)
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]*)?\?([BbQq])\?([^?\s]{0,500})\?=/g,
      (_, charset: string, way: string, text: string) =>
        way.toLowerCase() === 'b'
          ? textOf(octetsOf(fromBase64(text)), charset)
          : textOf(octetsOf(fromQuotedPrintable(text.replaceAll('_', ' '))), charset),
    );
}
