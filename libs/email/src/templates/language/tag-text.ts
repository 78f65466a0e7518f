import { entityAt } from './entities.js';
import type { TemplateFault } from './problem.js';
import { closersOf, isSingleMark, signOf } from './typography.js';

export interface TagText {
  /** With its braces, as the lexer reads it. */
  readonly text: string;
  /** Where each of its characters stands in the source; absent where they follow each other. */
  readonly places?: readonly number[];
}
export type ReadTag =
  | ({ readonly ok: true; readonly end: number } & TagText)
  | {
      readonly ok: false;
      readonly place: number;
      /** Where reading may go on. */
      readonly end: number;
      readonly code: TemplateFault['code'];
      readonly params: TemplateFault['params'];
    };

/** Nearly every tag: nothing in it that needs another reading. */
const plain = /\{[{%](?:[^"'&<{}%\u0080-\uffff]|"[^"\\&<\u0080-\uffff]*"|'[^'\\&<\u0080-\uffff]*')*[}%]\}/y;
const markup =
  /<(?:!--[^>]{0,200}-->|\/?[a-z][a-z0-9:]*(?:\s+[\w:-]{1,60}\s*=\s*(?:"[^"]{0,500}"|'[^']{0,500}'|[^\s"'<>{}]{1,500}))*\s*\/?>)/iy;
const foreign = /\{\{(?:[#/^>@]|!--)/y;

/** Reads the tag that begins here: its quotation marks, blanks and references as the language writes them. */
export function readTag(source: string, start: number, html: boolean): ReadTag {
  const opener = source.slice(start, start + 2);
  foreign.lastIndex = start;
  if (source[start + 2] === '{' && opener === '{{') return threeBraces(source, start);
  if (foreign.test(source)) return otherProgram(source, start);
  plain.lastIndex = start;
  const found = plain.exec(source)?.[0];
  if (found) return closed(opener, found.slice(-2), start, start + found.length, { text: found });
  return new TagReader(source, start, html).read();
}

function closed(opener: string, closer: string, start: number, end: number, text: TagText): ReadTag {
  const wanted = opener === '{{' ? '}}' : '%}';
  if (closer !== wanted)
    return wrong(start, end, `"${opener}" is closed by "${closer}"`, `Write "${wanted}" at its end.`);
  if (/^\{\{-?\s*-?\}\}$/.test(text.text))
    return wrong(
      start,
      end,
      'this tag is empty',
      'Write a field into it, as in {{ client.firstName }}, or remove it.',
    );
  return { ok: true, end, ...text };
}

const wrong = (place: number, end: number, detail: string, fix: string): ReadTag => ({
  ok: false,
  place,
  end,
  code: 'syntax',
  params: { detail, fix },
});

function threeBraces(source: string, start: number): ReadTag {
  const inside = /^\{{3,}([^{}]{0,100})(\}*)/.exec(source.slice(start, start + 120));
  const name = inside?.[1]?.trim() || 'client.firstName';
  const end = start + (inside?.[0].length ?? 3);
  return wrong(start, end, 'a tag has two braces, not three', `Write {{ ${name} }}.`);
}

function otherProgram(source: string, start: number): ReadTag {
  const end = source.indexOf('}}', start);
  const shown = source.slice(start, end < 0 ? start + 20 : Math.min(end + 2, start + 60));
  const fix = 'Write {% if … %}, {% for … in … %} and their ends instead.';
  return wrong(start, end < 0 ? start + 2 : end + 2, `"${shown}" is written for another program`, fix);
}

class TagReader {
  #at: number;
  #text = '';
  readonly #places: number[] = [];
  /** The markup that splits the tag, and where it stands. */
  #split: { readonly markup: string; readonly place: number } | undefined;

  constructor(
    private readonly source: string,
    private readonly start: number,
    private readonly html: boolean,
  ) {
    this.#at = start + 2;
    this.#put(source.slice(start, start + 2), start);
  }

  read(): ReadTag {
    const { source, start } = this;
    let depth = 0;
    while (this.#at < source.length) {
      const place = this.#at;
      if (this.#skipMarkup()) continue;
      const { char, length } = this.#next(place);
      const sign = signOf(char);
      const closers = closersOf(char) ?? (sign === '"' || sign === "'" ? sign : undefined);
      if (closers) {
        const broken = this.#string(char, length, closers);
        if (broken) return broken;
        continue;
      }
      const after = this.#next(place + length);
      const twoSigns = sign + signOf(after.char);
      if (twoSigns === '}}' || twoSigns === '%}') {
        this.#put(twoSigns, place);
        return this.#end(twoSigns, place + length + after.length);
      }
      if (twoSigns === '{{' || twoSigns === '{%') return this.#unclosed(place);
      if (sign === '{') depth++;
      else if (sign === '}' && --depth < 0) return this.#halfClosed(place + length);
      this.#put(sign, place);
      this.#at = place + length;
    }
    return wrong(start, source.length, 'this tag is never closed', this.#closeFix());
  }

  #end(closer: string, end: number): ReadTag {
    const opener = this.#text.slice(0, 2);
    if (!this.#split)
      return closed(opener, closer, this.start, end, { text: this.#text, places: this.#places });
    const params = {
      markup: this.#split.markup.slice(0, 40),
      write: this.#text.replace(/\s+/g, ' ').slice(0, 120),
    };
    return { ok: false, place: this.#split.place, end, code: 'splitTag', params };
  }

  #unclosed(place: number): ReadTag {
    return wrong(this.start, place, 'this tag is not closed before the next one begins', this.#closeFix());
  }
  #halfClosed(end: number): ReadTag {
    const shown = this.source.slice(this.start, end);
    const detail = `"${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown}" is closed by one brace`;
    return wrong(this.start, end, detail, this.#closeFix());
  }
  #closeFix(): string {
    return this.#text.startsWith('{{') ? 'Close it with "}}".' : 'Close it with "%}".';
  }

  #put(text: string, place: number): void {
    this.#text += text;
    for (let i = 0; i < text.length; i++) this.#places.push(place);
  }

  /** The character at a place, out of its reference. */
  #next(place: number): { readonly char: string; readonly length: number } {
    return entityAt(this.source, place) ?? { char: this.source[place] ?? '', length: 1 };
  }

  /** Markup within a tag: what an editor puts there when a part of the tag is bold, or was pasted. */
  #skipMarkup(): boolean {
    if (this.source[this.#at] !== '<') return false;
    markup.lastIndex = this.#at;
    const found = markup.exec(this.source)?.[0];
    if (!found) return false;
    this.#split ??= { markup: found, place: this.#at };
    this.#at += found.length;
    return true;
  }

  /** A text of the tag, in whichever quotation marks; they become straight ones. */
  #string(mark: string, length: number, closers: string): ReadTag | undefined {
    const { source } = this;
    const [open, from] = [this.#at, this.#at + length];
    const isRaw = length === 1 && (mark === '"' || mark === "'");
    const end = isRaw ? this.#rawEnd(mark, from) : this.#markEnd(mark, closers, from);
    if (!end) {
      const detail = `the quotation mark ${mark} is never closed`;
      return wrong(
        open,
        Math.max(from, this.start + 2),
        detail,
        'Put the text between straight quotation marks: "…".',
      );
    }
    this.#put('"', open);
    for (let at = from; at < end.place;) {
      const { char, length: taken } = this.html || !isRaw ? this.#next(at) : { char: source[at]!, length: 1 };
      // A backslash and what it escapes stay together.
      if (char === '\\' && at + taken < end.place) this.#put(source.slice(at, at + 2), at);
      else this.#put(char === '"' ? '\\"' : char, at);
      at += char === '\\' ? 2 : taken;
    }
    this.#put('"', end.place);
    this.#at = end.after;
    return undefined;
  }

  /** The same straight mark; where a typographic one comes first and the tag ends after it, that one. */
  #rawEnd(mark: string, from: number): { place: number; after: number } | undefined {
    const { source } = this;
    let typographic: { place: number; after: number } | undefined;
    for (let at = from; at < source.length; at++) {
      const char = source[at]!;
      if (char === '\\') at++;
      else if (char === mark) return { place: at, after: at + 1 };
      else if (char > '\u007f' && closersOf(char)?.endsWith(mark) && this.#endsText(char, at + 1))
        typographic ??= { place: at, after: at + 1 };
      else if (typographic && (char === '}' || char === '%') && source[at + 1] === '}') return typographic;
    }
    return undefined;
  }

  #markEnd(mark: string, closers: string, from: number): { place: number; after: number } | undefined {
    const { source } = this;
    for (let at = from; at < source.length;) {
      const { char, length } = this.#next(at);
      if (closers.includes(char) && this.#endsText(mark, at + length))
        return { place: at, after: at + length };
      if ((char === '}' || char === '%') && source[at + 1] === '}') return undefined;
      at += length;
    }
    return undefined;
  }

  /** An apostrophe stands before a letter. */
  #endsText(mark: string, after: number): boolean {
    return !isSingleMark(mark) || !/[\p{L}\p{N}]/u.test(this.#next(after).char);
  }
}
