import { decodeBody, decodeWords } from './decode.js';
import { fieldOf, readContentType, readFields, type HeaderFields } from './header-fields.js';

/** A part that holds no other part. A returned message is one: its source, not taken apart further. */
export interface MailPart {
  /** `text/plain`, in small letters. */
  readonly type: string;
  readonly text: string;
}

/** A mail as far as a report is read out of it, whoever took it apart. */
export interface ParsedMail {
  readonly headers: HeaderFields;
  readonly parts: readonly MailPart[];
}

/** Characters of a mail that are read at all, and of each of its parts. */
const MOST = 1_000_000;
const MOST_OF_PART = 200_000;
const MOST_PARTS = 60;
const DEEPEST = 6;

/**
 * Takes a mail apart in time that grows with its size alone: bounded in size, depth and number of parts, tolerant of what broken servers write.
 * @param source one character for each octet (latin1)
 */
export function parseMail(source: string): ParsedMail {
  const [head, body] = headAndBody(withoutMbox(source.slice(0, MOST)));
  const raw = readFields(head);
  const headers = new Map([...raw].map(([name, values]) => [name, values.map(decodeWords)]));
  const parts: MailPart[] = [];
  collect(raw, body, 0, parts);
  return { headers, parts };
}

/** A line that a mailbox file puts before each mail. */
const withoutMbox = (source: string): string => source.replace(/^(?:>?From [^\n]*\n|[ \t\r]*\n)+/, '');

function headAndBody(source: string): readonly [string, string] {
  const end = /\r?\n[ \t]*\r?\n/.exec(source);
  if (/^\r?\n/.test(source)) return ['', source.replace(/^\r?\n/, '')];
  return end ? [source.slice(0, end.index), source.slice(end.index + end[0].length)] : [source, ''];
}

function collect(headers: HeaderFields, body: string, depth: number, into: MailPart[]): void {
  if (into.length >= MOST_PARTS) return;
  const { type, params } = readContentType(fieldOf(headers, 'content-type') || 'text/plain');
  const boundary = params.get('boundary');
  if (type.startsWith('multipart/') && boundary && depth < DEEPEST) {
    for (const part of split(body, boundary)) {
      const [head, content] = headAndBody(part);
      collect(readFields(head), content, depth + 1, into);
    }
    return;
  }
  const encoding = fieldOf(headers, 'content-transfer-encoding').toLowerCase();
  into.push({ type, text: decodeBody(body.slice(0, MOST_OF_PART), encoding, params.get('charset')) });
}

/** RFC 2046 5.1.1: what stands between the delimiters; an end that is missing is the end of the mail. */
function split(body: string, boundary: string): readonly string[] {
  const delimiter = `--${boundary}`;
  const parts: string[] = [];
  let at = body.startsWith(delimiter) ? 0 : body.indexOf(`\n${delimiter}`) + 1;
  if (at === 0 && !body.startsWith(delimiter)) return [];
  while (parts.length < MOST_PARTS) {
    const after = at + delimiter.length;
    if (body.startsWith('--', after)) break;
    const start = body.indexOf('\n', after) + 1;
    if (start === 0) break;
    // An empty header block: the delimiter's own line end is the one before the blank line.
    const next = body.indexOf(`\n${delimiter}`, start - 1);
    parts.push(body.slice(start, next < 0 ? undefined : next).replace(/\r$/, ''));
    if (next < 0) break;
    at = next + 1;
  }
  return parts;
}
