import { TemplateFault } from './problem.js';
import { Lines } from './lines.js';
import { commentEnd, isCssComment, isCssTag, regionsOf, type Region } from './style-regions.js';
import { readTag, type TagText } from './tag-text.js';
import { templateLimits } from './tree.js';

export type Segment =
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'comment'; readonly start: number; readonly end: number }
  | ({ readonly type: 'tag'; readonly start: number; readonly end: number } & TagText);

export interface Scanned {
  readonly segments: readonly Segment[];
  readonly regions: readonly Region[];
  readonly faults: readonly TemplateFault[];
  readonly warnings: readonly TemplateFault[];
}

const marks = /\{[{%#]|#\}/g;

/**
 * Parts a source into text, comments and tags. In HTML the braces of style sheets are text: minified CSS is full of `{#`. Linear, and
 * each mistake is named at the place where it begins.
 */
export function scan(source: string, html: boolean, lines: Lines): Scanned {
  const regions = html ? regionsOf(source) : [];
  const [segments, faults, warnings]: [Segment[], TemplateFault[], TemplateFault[]] = [[], [], []];
  const lastComment = source.lastIndexOf('#}');
  let [start, at, nextRegion] = [0, 0, 0];
  const take = (segment: Segment) => {
    if (segment.start > start) segments.push({ type: 'text', start, end: segment.start });
    segments.push(segment);
    start = at = segment.end;
  };
  const say = (list: TemplateFault[], place: number, code: TemplateFault['code'], params = {}) =>
    list.push(new TemplateFault(code, lines.at(place), params));
  while (faults.length < templateLimits.problems) {
    marks.lastIndex = at;
    const found = marks.exec(source);
    if (!found) break;
    const place = found.index;
    at = place + 1;
    while (nextRegion < regions.length && regions[nextRegion]!.end <= place) nextRegion++;
    const next = regions[nextRegion];
    const region = next && next.start <= place ? next : undefined;
    const inCss = region && region.name !== '!--';
    if (found[0] === '#}') {
      if (!region) say(faults, place, 'syntax', strayEnd);
      else if (!inCss) say(warnings, place, 'strayCommentEnd');
    } else if (found[0] === '{#') {
      if (inCss && !isCssComment(source, place, region.end)) continue;
      const end = place < lastComment ? commentEnd(source, place) : undefined;
      if (end === undefined) say(faults, place, 'syntax', unclosedComment);
      else {
        const hidden = html ? /<\/?([a-z][a-z0-9]*)[\s/>]/i.exec(source.slice(place, end)) : null;
        if (hidden) say(warnings, place, 'commentHides', { tag: hidden[1]!.toLowerCase() });
        take({ type: 'comment', start: place, end });
      }
    } else if (!(inCss && !isCssTag(source, place))) {
      const read = readTag(source, place, html);
      if (read.ok && region?.name === 'style' && isCssRule(read.text)) {
        say(faults, place, 'cssBraces');
        start = at = read.end;
      } else if (read.ok && hasThirdBrace(source, start, place, read.end)) {
        const fix = `Write ${source.slice(place, read.end).slice(0, 80)}`;
        say(faults, place, 'syntax', { detail: 'a tag has two braces, not three', fix });
        start = at = read.end + 1;
      } else if (read.ok)
        take({ type: 'tag', start: place, end: read.end, text: read.text, places: read.places });
      else {
        const inside = region?.name === 'style' && source.startsWith('{{', place);
        if (inside) say(faults, place, 'cssBraces');
        else say(faults, read.place, read.code, read.params);
        // Reading goes on after it, so that it is named once.
        start = at = Math.max(read.end, place + 2);
      }
    }
  }
  if (start < source.length) segments.push({ type: 'text', start, end: source.length });
  return { segments, regions, faults, warnings };
}

/** `{{color:red}}`: no tag holds a colon or a semicolon outside of a text. */
const isCssRule = (text: string) => text.startsWith('{{') && /^[^"']*[:;]/.test(text);

/** Unless a brace of the text's own is still open: then the third one closes that. */
function hasThirdBrace(source: string, start: number, place: number, end: number): boolean {
  if (source[end] !== '}' || !source.startsWith('{{', place)) return false;
  const before = source.slice(Math.max(start, place - 1_000), place);
  return before.lastIndexOf('{') <= before.lastIndexOf('}');
}

const unclosedComment = {
  detail: 'a comment "{#" is never closed',
  fix: 'Close it with "#}". If it is no comment, write "{ #" with a blank between.',
};
const strayEnd = {
  detail: '"#}" closes no comment',
  fix: 'Remove it, or begin the comment with "{#".',
};
