import { pointerOf } from '../json-pointer.js';
import type { BadPlace } from '../../problems/problem-error.js';

/**
 * What a body may come to. Nothing of ours comes near; beyond it the parser and the schemas would hold the event loop, on which all studios
 * are answered, and a schema that names itself would follow the depth until the stack is full.
 */
export const jsonBounds = { levels: 200, fields: 1_000, entries: 10_000, values: 50_000 } as const;

/** An object or an array that is open at the place where the scan is. */
interface Open {
  readonly isObject: boolean;
  /** Of the values in it, the number of the one at hand. */
  index: number;
  /** Where the name of the field at hand begins. */
  keyAt: number;
  wantsKey: boolean;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const [ARRAY, ARRAY_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Where a JSON text (RFC 8259) goes beyond the bounds; undefined within them, and where it is no JSON, which the parser says better.
 * Reads the text once, and parses nothing.
 */
export function beyondBounds(text: string): BadPlace | undefined {
  const open: Open[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const inside = open.at(-1);
      if (inside?.wantsKey) {
        inside.keyAt = at;
        inside.wantsKey = false;
      }
      at = endOfString(text, at);
    } else if (code === ARRAY || code === OBJECT) {
      if (open.length > jsonBounds.levels)
        return refused(text, open, `This lies deeper than ${jsonBounds.levels} levels. Make it flatter.`);
      open.push({ isObject: code === OBJECT, index: 0, keyAt: -1, wantsKey: code === OBJECT });
      values++;
    } else if (code === ARRAY_END || code === OBJECT_END) open.pop();
    else if (code === COMMA) {
      const inside = open.at(-1);
      if (!inside) return undefined;
      inside.index++;
      inside.wantsKey = inside.isObject;
      values++;
      const most = inside.isObject ? jsonBounds.fields : jsonBounds.entries;
      if (inside.index >= most)
        return refused(
          text,
          open.slice(0, -1),
          `Give at most ${count(most)} ${inside.isObject ? 'fields' : 'entries'}.`,
        );
      if (values > jsonBounds.values)
        return refused(text, [], `Give at most ${count(jsonBounds.values)} values in all. Send it in parts.`);
    }
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
    at = end + 1;
  }
}

const count = (number: number): string => number.toLocaleString('en-US');

const refused = (text: string, open: readonly Open[], detail: string): BadPlace => ({
  pointer: pointerOf(open.map((one) => (one.isObject ? keyOf(text, one.keyAt) : one.index))),
  detail,
});

function keyOf(text: string, at: number): string {
  try {
    return String(JSON.parse(text.slice(at, endOfString(text, at) + 1)));
  } catch {
    return '';
  }
}
