import type { BadPlace } from '../../problems/problem-error.js';
import { pointerOf } from '../json-pointer.js';

/** PostgreSQL stores no U+0000, and in JSON no half of a surrogate pair. */
const unstorable = /[\0\p{Surrogate}]/u;
const MOST_PLACES = 100;

/** Where a value holds text, as a value or as a key, that the database could not store. Costs no stack. */
export function unstorablePlaces(value: unknown): BadPlace[] {
  const bad: BadPlace[] = [];
  const left: { value: unknown; path?: Path }[] = [{ value }];
  while (left.length > 0 && bad.length < MOST_PLACES) {
    const { value: one, path } = left.pop()!;
    if (typeof one === 'string') {
      if (unstorable.test(one)) bad.push(place(path, 'This text'));
    } else if (typeof one === 'object' && one !== null) {
      for (const [key, inner] of Object.entries(one)) {
        const at = { key, from: path };
        if (unstorable.test(key)) bad.push(place(at, 'This name'));
        left.push({ value: inner, path: at });
      }
    }
  }
  return bad;
}

interface Path {
  readonly key: string;
  readonly from: Path | undefined;
}

function pointerTo(path: Path | undefined): string {
  const keys: string[] = [];
  for (let at = path; at; at = at.from) keys.unshift(at.key);
  return pointerOf(keys);
}

const place = (path: Path | undefined, what: string): BadPlace => ({
  pointer: pointerTo(path),
  detail: `${what} holds a character that is no text (U+0000, or half of a pair). Remove it.`,
});
