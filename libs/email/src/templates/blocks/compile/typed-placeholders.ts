import { findLeftovers } from '../../language/leftovers.js';
import { Lines } from '../../language/lines.js';
import { isFieldPath } from '../../language/placeholder-names.js';
import type { TypedText, Walk } from './walk.js';

const BETWEEN = '\0';
const TAG =
  /\{\{\s{0,4}([^{}|\s]{1,80})[^{}]{0,80}\}\}|\{%\s{0,4}(?:if|elif|else|endif|for|endfor|set)\b[^{}%]{0,80}%\}/g;

/**
 * Placeholders that were typed instead of inserted: text stays text, so they would be mailed as they are. All texts are looked through
 * at once, so that each pattern is tried once.
 */
export function checkTyped(walk: Walk): void {
  const begins: number[] = [];
  let length = 0;
  for (const { text } of walk.texts) {
    begins.push(length);
    length += text.length + BETWEEN.length;
  }
  let text = walk.texts.map((one) => one.text).join(BETWEEN);
  const at = (offset: number): TypedText => walk.texts[begins.findLastIndex((begin) => begin <= offset)]!;
  for (const found of text.matchAll(TAG)) {
    if (found[1] !== undefined && !isFieldPath(found[1])) continue;
    const { part, place } = at(found.index);
    walk.in(part).error('typedTag', place, { found: found[0].slice(0, 80) });
    // It is named once.
    text =
      text.slice(0, found.index) + ' '.repeat(found[0].length) + text.slice(found.index + found[0].length);
  }
  const lines = new Lines(text);
  const whole = { type: 'text', start: 0, end: text.length } as const;
  const leftovers = findLeftovers(text, { segments: [whole], regions: [], faults: [], warnings: [] }, lines);
  for (const sure of [true, false])
    for (const { node, params } of sure ? leftovers.faults : leftovers.warnings) {
      const { part, place } = at(lines.offset(node.lineno, node.colno));
      const reported = walk.in(part);
      const said = { found: params['found'] ?? '', sure: sure ? 1 : 0 };
      if (sure) reported.error('typedPlaceholder', place, said);
      else reported.warn('typedPlaceholder', place, said);
    }
}
