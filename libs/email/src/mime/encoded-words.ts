import { decodeText } from './charset.js';
import { fromBase64, fromQuotedPrintable, octetsOf } from './transfer-encoding.js';

/** RFC 2047 2, RFC 2231 5 (a language after `*`). Blanks within are a fault that programs make and readers forgive. */
const WORD =
  /=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([BbQq])\?([^?\r\n]{0,5000}|[^?\r\n]{0,5000}\?(?!=)[^?\r\n]{0,200})\?=/g;

interface Run {
  readonly charset: string;
  octets: Uint8Array[];
}

/**
 * The text of a header field. Neighboring encoded words of one encoding are joined as octets before they become letters: programs cut letters in the middle. What
 * is neither ASCII nor encoded goes by the same rule as a body, with the body's encoding as the hint.
 * @param value one character for each octet
 */
export function decodeHeader(value: string, hint?: string): string {
  let text = '';
  let from = 0;
  let run: Run | undefined;
  const endRun = () => {
    if (run) text += decodeText(joined(run.octets), run.charset);
    run = undefined;
  };
  for (const match of value.matchAll(WORD)) {
    const [whole, charset = '', way = '', body = ''] = match;
    const between = value.slice(from, match.index);
    const isNeighbor = run !== undefined && /^[ \t\r\n]*$/.test(between);
    if (!isNeighbor) {
      endRun();
      text += raw(between, hint);
    } else if (run?.charset !== charset.toLowerCase()) endRun();
    run ??= { charset: charset.toLowerCase(), octets: [] };
    run.octets.push(octetsOfWord(way, body));
    from = match.index + whole.length;
  }
  endRun();
  return text + raw(value.slice(from), hint);
}

const octetsOfWord = (way: string, body: string): Uint8Array =>
  way.toLowerCase() === 'b' ? fromBase64(body) : octetsOf(fromQuotedPrintable(body.replaceAll('_', ' ')));

/** Only ASCII: nothing to decode. */
const PLAIN = /^[\0-\u007f]*$/;
const raw = (text: string, hint: string | undefined): string =>
  PLAIN.test(text) && !text.includes('\u001b') ? text : decodeText(octetsOf(text), undefined, hint);

function joined(all: readonly Uint8Array[]): Uint8Array {
  const [first] = all;
  if (all.length === 1 && first) return first;
  const out = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const octets of all) {
    out.set(octets, at);
    at += octets.length;
  }
  return out;
}
