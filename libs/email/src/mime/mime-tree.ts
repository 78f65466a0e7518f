import { fieldOf, readFields, type HeaderFields } from './header-fields.js';
import { readParameters } from './parameters.js';

/** A bound that a mail went beyond. What lies past it is not read; who must not lose it sets the whole mail aside. */
export type MimeLimit = 'size' | 'headers' | 'depth' | 'parts';

export interface MimeLimits {
  /** Octets of the whole mail. */
  readonly size: number;
  /** Octets of one part's header. */
  readonly headers: number;
  readonly depth: number;
  readonly parts: number;
}

/** A part and what it holds. All texts have one character for each octet. */
export interface MimePart {
  /** As IMAP counts (RFC 9051 6.4.5.1): `1.2`; empty for the mail itself. */
  readonly number: string;
  readonly headers: HeaderFields;
  /** In small letters. */
  readonly type: string;
  readonly params: ReadonlyMap<string, string>;
  /** Still in its transfer encoding; empty where there are children. */
  readonly body: string;
  readonly children: readonly MimePart[];
}

export interface MimeTree {
  readonly root: MimePart;
  readonly exceeded: ReadonlySet<MimeLimit>;
}

interface Reading {
  readonly limits: MimeLimits;
  readonly exceeded: Set<MimeLimit>;
  parts: number;
}

/** Takes a mail apart in time that grows with its size times the depth that is allowed; tolerant of what broken programs write. */
export function readMimeTree(source: string, limits: MimeLimits): MimeTree {
  const reading: Reading = { limits, exceeded: new Set(), parts: 0 };
  if (source.length > limits.size) reading.exceeded.add('size');
  const clean = withoutMailboxLine(source.slice(0, limits.size));
  return { root: partOf(clean, '', 0, 'text/plain', reading), exceeded: reading.exceeded };
}

/** A line that a mailbox file puts before each mail, and blank lines before the header. */
const withoutMailboxLine = (source: string): string =>
  source.replace(/^(?:>?From [^\n]*(?:\n|$)|[ \t\r]*\n)+/, '');

/**
 * The header ends at the first empty line. A line of blanks ends it only where no further field follows: it is a fold of old (RFC 5322 4.2). Where there is neither, the
 * header ends before the first line that can be none of it.
 */
function headAndBody(source: string, isPart: boolean, reading: Reading): readonly [string, string] {
  const limit = reading.limits.headers;
  const first = /^[ \t]*\r?\n/.exec(source);
  if (first) return ['', source.slice(first[0].length)];
  if (isPart && !FIELD.test(source.slice(0, 200))) return ['', source];
  const within = source.slice(0, limit + 4);
  for (const end of within.matchAll(/\r?\n([ \t]*)\r?\n/g)) {
    const after = end.index + end[0].length;
    if (end[1] !== '' && /^[ \t]+\S/.test(source.slice(after, after + 200))) continue;
    if (end[1] !== '' && FIELD.test(source.slice(after, after + 200))) continue;
    return [source.slice(0, end.index), source.slice(after)];
  }
  if (source.length > limit) reading.exceeded.add('headers');
  let at = 0;
  while (at < Math.min(source.length, limit)) {
    if (!FIELD.test(source.slice(at, at + 200)) && !/[ \t]/.test(source[at]!)) break;
    at = source.indexOf('\n', at) + 1 || source.length;
  }
  return [source.slice(0, at), source.slice(at)];
}
const FIELD = /^[!-9;-~]{1,100}[ \t]*:/;

function partOf(source: string, number: string, depth: number, fallback: string, reading: Reading): MimePart {
  const [head, rest] = headAndBody(source, number !== '', reading);
  const headers = readFields(head);
  const { value, params } = readParameters(fieldOf(headers, 'content-type'));
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+$/.test(value)
    ? value
    : value === 'text'
      ? 'text/plain'
      : fallback;
  const own = { number, headers, type, params };
  if (!type.startsWith('multipart/')) return { ...own, body: rest, children: [] };
  if (depth >= reading.limits.depth) {
    reading.exceeded.add('depth');
    return { ...own, body: rest, children: [] };
  }
  const inner = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children = piecesOf(rest, params.get('boundary')?.trimEnd() ?? '', reading).map((part, at) =>
    partOf(part, number === '' ? `${at + 1}` : `${number}.${at + 1}`, depth + 1, inner, reading),
  );
  // A multipart without one delimiter is a text that says it is none.
  return children.length > 0
    ? { ...own, body: '', children }
    : { ...own, type: 'text/plain', body: rest, children };
}

/** A boundary that is missing, or another one than the body has, is taken from the first line that looks like a delimiter. */
function piecesOf(body: string, boundary: string, reading: Reading): readonly string[] {
  const pieces = boundary === '' ? [] : split(body, boundary, reading);
  if (pieces.length > 0) return pieces;
  const seen = /^--([^\s-][^\r\n]{0,69}?)[ \t]*\r?$/m.exec(body.slice(0, 20_000))?.[1];
  return seen === undefined || seen === boundary ? [] : split(body, seen, reading);
}

/** RFC 2046 5.1.1: what stands between the delimiters; an end that is missing is the end of what holds it. */
function split(body: string, boundary: string, reading: Reading): readonly string[] {
  const parts: string[] = [];
  let start = -1;
  for (
    let found = delimiterFrom(body, boundary, 0);
    found;
    found = delimiterFrom(body, boundary, found.end)
  ) {
    if (start >= 0) parts.push(contentOf(body, start, found.at));
    start = found.isLast ? -1 : found.end;
    if (found.isLast) return parts;
    if (++reading.parts > reading.limits.parts) {
      reading.exceeded.add('parts');
      return parts;
    }
  }
  if (start >= 0 && start < body.length) parts.push(body.slice(start));
  return parts;
}

/** The line end before a delimiter is the delimiter's. */
function contentOf(body: string, start: number, delimiter: number): string {
  const ends = body[delimiter - 1] === '\n' ? (body[delimiter - 2] === '\r' ? 2 : 1) : 0;
  return body.slice(start, Math.max(start, delimiter - ends));
}

/** A whole line: a boundary that begins like another one is not that one. */
function delimiterFrom(body: string, boundary: string, from: number) {
  const delimiter = `--${boundary}`;
  for (let at = body.indexOf(delimiter, from); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const after = at + delimiter.length;
    const isLast = body.startsWith('--', after);
    const rest = /[ \t]*(?:\r?\n|$)/y;
    rest.lastIndex = isLast ? after + 2 : after;
    const line = rest.exec(body);
    if (line) return { at, end: rest.lastIndex, isLast };
    // Text after the closing dashes is no reason to go on.
    if (isLast) return { at, end: body.length, isLast };
  }
  return undefined;
}
