import { decodeText } from './charset.js';
import { decodeHeader } from './encoded-words.js';
import { octetsOf } from './transfer-encoding.js';

export interface Parameterized {
  /** In small letters: `text/plain`, `attachment`. */
  readonly value: string;
  readonly params: ReadonlyMap<string, string>;
}

const MOST = 4_000;
/** A quoted string may hold `;` and, escaped, a quote. Unclosed, it ends with the field. */
const PARAMETER = /;\s*([^\s=;"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^;]*))/gs;

/**
 * A field with parameters (RFC 2045 5.1, RFC 2183), their continuations and encodings (RFC 2231), and the encoded words that RFC 2047 forbids here and programs write.
 * @param field one character for each octet
 */
export function readParameters(field: string, hint?: string): Parameterized {
  const cut = field.slice(0, MOST);
  const value = (/^[^;]*/.exec(cut)?.[0] ?? '').replace(/\([^()]*\)/g, '').trim();
  const given = new Map<string, string>();
  for (const [, name = '', quoted, bare = ''] of cut.matchAll(PARAMETER)) {
    const key = name.toLowerCase();
    if (!given.has(key))
      given.set(key, quoted?.replace(/\\(["\\])/g, '$1') ?? bare.replace(/\s+\([^()]*\)$/, '').trim());
  }
  const params = new Map<string, string>();
  for (const [key, text] of given) if (!key.includes('*')) params.set(key, decodeHeader(text, hint));
  // What is encoded by the rule for parameters is meant, also where a poorer form stands beside it.
  for (const name of new Set(
    [...given.keys()].filter((key) => key.includes('*')).map((key) => key.split('*')[0]!),
  ))
    params.set(name, continued(given, name, hint));
  return { value: value.toLowerCase(), params };
}

function continued(given: ReadonlyMap<string, string>, name: string, hint: string | undefined): string {
  const whole = given.get(`${name}*`);
  if (whole !== undefined) return extended([{ text: whole, isEncoded: true }], hint);
  const pieces: { text: string; isEncoded: boolean }[] = [];
  for (let n = 0; n < 100; n++) {
    const encoded = given.get(`${name}*${n}*`);
    const text = encoded ?? given.get(`${name}*${n}`);
    if (text === undefined) break;
    pieces.push({ text, isEncoded: encoded !== undefined });
  }
  return extended(pieces, hint);
}

/** `utf-8'de'Vertrag%20M%C3%BCller`, in pieces that are joined as octets. */
function extended(pieces: readonly { text: string; isEncoded: boolean }[], hint: string | undefined): string {
  const [first] = pieces;
  const form = first?.isEncoded ? /^([\w.:+-]*)'[^']*'/.exec(first.text) : null;
  const binary = pieces
    .map(({ text, isEncoded }, at) => {
      const body = at === 0 && form ? text.slice(form[0].length) : text;
      return isEncoded
        ? body.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
            String.fromCharCode(Number.parseInt(hex, 16)),
          )
        : body;
    })
    .join('');
  return pieces.some(({ isEncoded }) => isEncoded)
    ? decodeText(octetsOf(binary), form?.[1], hint)
    : decodeHeader(binary, hint);
}
