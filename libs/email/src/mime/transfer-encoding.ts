/** Octets of a text with one character each. */
export function octetsOf(binary: string): Uint8Array {
  const octets = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) octets[at] = binary.charCodeAt(at);
  return octets;
}

/** A text with one character for each octet: what the parser reads. */
export function binaryOf(octets: Uint8Array): string {
  const CHUNK = 8_192;
  const chunks: string[] = [];
  for (let at = 0; at < octets.length; at += CHUNK)
    chunks.push(String.fromCharCode(...octets.subarray(at, at + CHUNK)));
  return chunks.join('');
}

const alphabet = new Int8Array(256).fill(-1);
for (const [value, char] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  alphabet[char.charCodeAt(0)] = value;
const PAD = 0x3d;

/** RFC 2045 6.8. Characters outside the alphabet are passed over; padding in the middle ends a group, as where two encoded texts were joined. */
export function fromBase64(text: string): Uint8Array {
  const out = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === PAD) {
      bits = count = 0;
      // What stands after it on the line is none of it.
      at = (text.indexOf('\n', at) + 1 || text.length) - 1;
      continue;
    }
    const value = code < 256 ? alphabet[code]! : -1;
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xfff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out[length++] = (bits >> count) & 0xff;
    }
  }
  return out.subarray(0, length);
}

/** RFC 2045 6.7. What is no escape stays as it is. */
export const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=[ \t]*(?:\r?\n|$)/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Lines of `begin 644 name`, each with its length first: what mail used before MIME. */
function fromUuencode(text: string): Uint8Array {
  const lines = text.split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  const out = new Uint8Array(text.length);
  let written = 0;
  for (const line of lines.slice(begin + 1)) {
    const length = six(line, 0);
    if (line === '' || line === 'end' || length === 0) break;
    for (let at = 1, octet = 0; octet < length; at += 4, octet += 3) {
      const [a, b, c, d] = [six(line, at), six(line, at + 1), six(line, at + 2), six(line, at + 3)];
      out[written + octet] = (a << 2) | (b >> 4);
      if (octet + 1 < length) out[written + octet + 1] = (b << 4) | (c >> 2);
      if (octet + 2 < length) out[written + octet + 2] = (c << 6) | d;
    }
    written += length;
  }
  return out.subarray(0, Math.min(written, out.length));
}
const six = (line: string, at: number): number => (line.charCodeAt(at) - 32) & 63;

/** How many octets a part has once it is decoded, without decoding it. */
export function decodedSize(body: string, encoding: string): number {
  if (!/base64/i.test(encoding)) return decodeTransfer(body, encoding).length;
  let characters = 0;
  for (let at = 0; at < body.length; at++) {
    const code = body.charCodeAt(at);
    if (code > 0x20 && code !== PAD) characters++;
  }
  return Math.floor((characters * 3) / 4);
}

/** The octets of a part. @param body one character for each octet @param encoding Content-Transfer-Encoding (RFC 2045 6) */
export function decodeTransfer(body: string, encoding: string): Uint8Array {
  const name = /[a-z0-9-]+/.exec(encoding.toLowerCase())?.[0] ?? '';
  if (name === 'base64') return fromBase64(body);
  if (name === 'quoted-printable') return octetsOf(fromQuotedPrintable(body));
  if (/^(?:x-)?uue?(?:ncode)?$/.test(name)) return fromUuencode(body);
  return octetsOf(body);
}
