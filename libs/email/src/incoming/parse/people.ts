import { addressKey } from '@cueline/workflows/locale';
import { decodeHeader } from '../../mime/encoded-words.js';

export interface Person {
  /** As its sender writes it; empty where there is none. */
  readonly name: string;
  /** As given. */
  readonly address: string;
  /** The one spelling by which addresses are compared. */
  readonly key: string;
}

const MOST_PEOPLE = 2_000;

/**
 * The people of a field (RFC 5322 3.4), groups taken apart, comments as names where there is no other, and what broken programs write: names with a comma that are not
 * quoted, addresses without brackets in a list with blanks. An entry without an `@` is nobody.
 * @param field one character for each octet @param hint the encoding of the body
 */
export function readPeople(field: string, hint?: string): readonly Person[] {
  const people: Person[] = [];
  for (const entry of entriesOf(field)) {
    const person = personOf(entry, hint);
    if (person) people.push(person);
    if (people.length >= MOST_PEOPLE) break;
  }
  return people;
}

interface Entry {
  /** What stands before the brackets, quotes taken off. */
  readonly phrase: string;
  readonly comment: string;
  /** Within the angle brackets; undefined where there are none. */
  readonly angle: string | undefined;
}

/** One walk over the characters: quotes, comments and brackets hold commas that end nothing. */
function entriesOf(field: string): readonly Entry[] {
  const entries: Entry[] = [];
  let phrase = '';
  let comment = '';
  let angle: string | undefined;
  let pending = '';
  /** A quote that nothing ends is a character like any other, and so are all after it. */
  let isUnclosed = false;
  const flush = (isGroup = false) => {
    const isAddress = angle !== undefined || /@/.test(phrase);
    if (isGroup) pending = '';
    // A comma in a name that is not quoted: what came before it has no address of its own.
    else if (!isAddress && phrase.trim() !== '') pending += `${phrase},`;
    else if (isAddress) {
      entries.push({ phrase: angle === undefined ? phrase : pending + phrase, comment, angle });
      pending = '';
    }
    [phrase, comment, angle] = ['', '', undefined];
  };
  for (let at = 0; at < field.length; at++) {
    const char = field[at]!;
    if (char === '"' && !isUnclosed) {
      const quoted = /"((?:[^"\\]|\\.)*)"/sy;
      quoted.lastIndex = at;
      const match = quoted.exec(field);
      isUnclosed = !match;
      const [whole = '"', text = ''] = match ?? [];
      // Quotes around what stands before an @ are the address's own.
      phrase += field[at + whole.length] === '@' ? whole : text.replace(/\\(.)/gs, '$1');
      at += whole.length - 1;
    } else if (char === '(') {
      const end = commentEnd(field, at);
      comment ||= field.slice(at + 1, end);
      at = end;
    } else if (char === '<') {
      const end = field.indexOf('>', at);
      const inner = field.slice(at + 1, end < 0 ? undefined : end);
      if (angle === undefined || inner.includes('@')) angle = inner;
      at = end < 0 ? field.length : end;
    } else if (char === ',' || char === ';') flush();
    else if (char === ':' && angle === undefined && !phrase.includes('@')) flush(true);
    else phrase += char;
  }
  flush();
  return entries;
}

function commentEnd(field: string, from: number): number {
  let depth = 0;
  for (let at = from; at < field.length; at++) {
    if (field[at] === '\\') at++;
    else if (field[at] === '(') depth++;
    else if (field[at] === ')' && --depth === 0) return at;
  }
  return field.length;
}

function personOf({ phrase, comment, angle }: Entry, hint: string | undefined): Person | undefined {
  const bare = angle ?? /"[^"]*"@[^\s<>]+|[^\s<>]+@[^\s<>]+/.exec(phrase)?.[0] ?? '';
  // A route before the address (RFC 5322 4.4), `mailto:`, blanks that folding left.
  const written = decodeHeader(bare.replace(/\([^()]*\)/g, ''), hint)
    .replace(/^@[^:]{0,500}:/, '')
    .replace(/^mailto:/i, '')
    .replace(/^[^"]+/, (unquoted) => unquoted.replace(/\s+/g, ''))
    .trim();
  const address = written.replace(/^['.,;]+|['.,;]+$/g, '');
  if (!/^[^@:;()<>,\\]+@[^@:;()<>,\\]+$|^".*"@[^@]+$/.test(address) || address.length > 320) return undefined;
  const before = angle === undefined ? phrase.replace(bare, ' ') : phrase;
  const name = oneLineName(decodeHeader(before.trim() || comment, hint));
  return { name: name === address ? '' : name, address, key: addressKey(address) };
}

const oneLineName = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(/^(['"])(.*)\1$/, '$2')
    .slice(0, 300)
    .trim();
