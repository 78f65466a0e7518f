import { decodeEntities } from './entities.js';
import type { FoundLeftover } from './found-leftover.js';
import type { Lines } from './lines.js';
import { fieldMeant, isFieldPath, isPlaceholderName, mayBePlaceholder } from './placeholder-names.js';
import { TemplateFault } from './problem.js';
import { findRewrittenTags } from './rewritten-tags.js';
import type { Scanned } from './scan.js';
import type { Region } from './style-regions.js';
import { templateLimits } from './tree.js';

type Certainty = 'sure' | 'perhaps' | 'no';
interface Form {
  /** Every match holds this: most texts hold none. */
  readonly mark: string | RegExp;
  readonly pattern: RegExp;
  /** By the name within. */
  readonly certainty: (name: string) => Certainty;
}

const NAME = '[\\p{L}_][\\p{L}\\p{N}_]{0,40}(?:[. -][\\p{L}\\p{N}_]{1,40}){0,4}';
const BLANK = '(?:[\\s\\u00a0\\u200b\\ufeff]|&nbsp;){0,4}';
const always = (): Certainty => 'sure';
const isConstant = (name: string) => /^[A-Z][A-Z0-9_]*$/.test(name) && name.length > 1;
/** A field of a record, or what nobody else writes so. */
const named = (name: string): Certainty =>
  isPlaceholderName(name) || isFieldPath(name) ? 'sure' : mayBePlaceholder(name) ? 'perhaps' : 'no';
const orPerhaps =
  (matches: (name: string) => boolean) =>
  (name: string): Certainty =>
    named(name) === 'no' && matches(name) ? 'perhaps' : named(name);
const bracketed = (name: string): Certainty =>
  /^(?:insert|enter|add|fill in|replace|type)\s/i.test(name) || isPlaceholderName(name)
    ? 'sure'
    : /^your\s/i.test(name) ||
        (isConstant(name.replace(/ /g, '_')) && mayBePlaceholder(name)) ||
        isFieldPath(name)
      ? 'perhaps'
      : 'no';
const doubled = (name: string): Certainty =>
  name.length < 2
    ? 'no'
    : mayBePlaceholder(name) ||
        isFieldPath(name) ||
        /[_.]/.test(name) ||
        (isConstant(name) && name.length > 2)
      ? 'sure'
      : 'perhaps';

const constant = (name: string): Certainty => (isConstant(name) && isPlaceholderName(name) ? 'sure' : 'no');

const form = (mark: Form['mark'], pattern: string, certainty: Form['certainty']): Form => ({
  mark,
  pattern: new RegExp(pattern, 'gu'),
  certainty,
});
const LT = '(?:<|&lt;|&#60;|&#x3c;)';
const GT = '(?:>|&gt;|&#62;|&#x3e;)';

/** How other programs write their placeholders. Each pattern is bounded, so that it is linear. */
const forms: readonly Form[] = [
  form('*|', '\\*\\|([^|*\\n<>]{1,80})\\|\\*', always),
  form('${', `\\$\\{${BLANK}(${NAME})${BLANK}\\}`, always),
  form('#{', `(?<![\\w&])#\\{${BLANK}(${NAME})${BLANK}\\}`, always),
  form('{$', `\\{\\$(${NAME})[^{}<>\\n]{0,60}\\}`, always),
  form('{!', `\\{!\\$?(${NAME})[^{}<>\\n]{0,60}\\}`, always),
  form('@@', `@@(${NAME})@@`, always),
  form('<%', '<%[=\\-]?\\s*([^%<>]{1,80})%>', always),
  form('%&gt;', '&lt;%[=\\-]?\\s*([^%<>&]{1,80})%&gt;', always),
  form('<?', '<\\?(?:php|=)\\s*([^?<>]{1,80})\\?>', always),
  form('[%', `\\[%\\s*(${NAME})\\s*%\\]`, always),
  form('[%', `\\[%(${NAME})%?\\]`, always),
  form('[[', `\\[\\[${BLANK}(${NAME})${BLANK}\\]\\]`, doubled),
  form('<<', `<<${BLANK}(${NAME})${BLANK}>>`, doubled),
  form(/&(?:lt|#60|#x3c);/, `${LT}${LT}${BLANK}(${NAME})${BLANK}${GT}${GT}`, doubled),
  form(
    '«',
    `«${BLANK}(${NAME})${BLANK}»`,
    orPerhaps((name) => name.includes('_')),
  ),
  form('%', `(?<![\\w%])%{1,2}(${NAME})%{1,2}(?![\\w%])`, (name) =>
    isFieldPath(name) || isPlaceholderName(name)
      ? 'sure'
      : mayBePlaceholder(name) || /^[A-Z]+(?:_[A-Z]+)+$/.test(name)
        ? 'perhaps'
        : 'no',
  ),
  form(
    '__',
    '(?<![\\p{L}\\p{N}_])__([\\p{L}][\\p{L}\\p{N}]{0,40}(?:_[\\p{L}\\p{N}]{1,40}){0,4})__(?![\\p{L}\\p{N}_])',
    (name) =>
      isPlaceholderName(name) ? 'sure' : isConstant(name) || mayBePlaceholder(name) ? 'perhaps' : 'no',
  ),
  form('##', `(?<!#)#{2,3}(${NAME})#{2,3}`, orPerhaps(isConstant)),
  form('#', `(?<![\\w#&])#(${NAME})#(?![\\w#])`, constant),
  form('|', '(?<![\\w*|])\\|([A-Z][A-Z_]{2,40})\\|(?![\\w*|])', constant),
  form('$', '(?<![\\w$])\\$([A-Z][A-Z_]{2,40})(?![\\w$])', constant),
  form('@', `[[{]@(${NAME})[\\]}]`, named),
  form('%%=', '%%=([^%<>\\n]{1,80})=%%', always),
  form('_', '<([A-Za-z]{1,40}(?:_[A-Za-z]{1,40}){1,3})>', named),
  form(/&(?:lt|#60|#x3c);/, `${LT}(${NAME})${GT}`, (name) =>
    isPlaceholderName(name) && /[_ A-Z]/.test(name.slice(1))
      ? 'sure'
      : mayBePlaceholder(name)
        ? 'perhaps'
        : 'no',
  ),
  form('$$', `\\$\\$(${NAME})\\$\\$`, orPerhaps(isConstant)),
  form('[', `(?<!\\[)\\[${BLANK}(${NAME})${BLANK}\\](?![\\](\\[:])`, bracketed),
];

interface Leftovers {
  readonly faults: readonly TemplateFault[];
  readonly warnings: readonly TemplateFault[];
}

/**
 * Placeholders that the template's own text still holds: of another program, or ours in braces that an editor has rewritten. What
 * is mailed of them is a blunder, so the sure ones are errors. What a record holds is data, and is never looked at.
 */
export function findLeftovers(source: string, { segments, regions }: Scanned, lines: Lines): Leftovers {
  const [faults, warnings]: [TemplateFault[], TemplateFault[]] = [[], []];
  const texts = segments.flatMap((segment) =>
    segment.type === 'tag' ? stringsIn(source, segment) : segment.type === 'text' ? [segment] : [],
  );
  // One text, so that each pattern is tried once. No pattern goes on over U+0000.
  const text = texts.map(({ start, end }) => source.slice(start, end)).join('\0');
  const found = [...findRewrittenTags(text), ...placeholdersIn(text)];
  if (found.length === 0) return { faults, warnings };
  const placeOf = placesIn(texts);
  const quoted = codeRegions(source);
  let taken: [number, number][] = [];
  for (const { at, length, code, sure, params } of found) {
    if (faults.length >= templateLimits.problems) break;
    const place = placeOf(at);
    if (taken.some(([from, to]) => at < to && from < at + length)) continue;
    if (isWithin(regions, place, 'style', 'script')) continue;
    taken = [...taken.slice(-templateLimits.problems), [at, at + length]];
    const isShown = isWithin(regions, place, '!--') || isWithin(quoted, place);
    const isError = sure && !isShown;
    const said = code === 'leftover' ? { ...params, sure: isError ? 1 : 0 } : params;
    (isError ? faults : warnings).push(new TemplateFault(code, lines.at(place), said));
  }
  return { faults, warnings };
}

/** The texts within a tag, such as what `default` puts in the place of an empty field. */
const stringsIn = (source: string, { start, end }: Pick<Region, 'start' | 'end'>) =>
  [...source.slice(start, end).matchAll(/"[^"]{3,}"|'[^']{3,}'/g)].map((found) => ({
    start: start + found.index + 1,
    end: start + found.index + found[0].length - 1,
  }));

/** From a place in the joined texts to that in the source. */
function placesIn(
  texts: readonly { readonly start: number; readonly end: number }[],
): (at: number) => number {
  const begins: number[] = [];
  let next = 0;
  for (const { start, end } of texts) {
    begins.push(next);
    next += end - start + 1;
  }
  return (at) => {
    const index = begins.findLastIndex((begin) => begin <= at);
    return texts[index]!.start + at - begins[index]!;
  };
}

function* placeholdersIn(text: string): Generator<FoundLeftover> {
  for (const { mark, pattern, certainty } of forms) {
    if (typeof mark === 'string' ? !text.includes(mark) : !mark.test(text)) continue;
    for (const found of text.matchAll(pattern)) {
      const name = decodeEntities(found[1]!).trim();
      const how = certainty(name);
      if (how === 'no') continue;
      const field = fieldMeant(name.split(/[|:]/)[0]!);
      const params = {
        found: decodeEntities(found[0]).slice(0, 80),
        sure: how === 'sure' ? 1 : 0,
        label: field ?? 'the field that is meant',
        write: `{{ ${field ?? 'client.firstName'} }}`,
      };
      yield { at: found.index, length: found[0].length, code: 'leftover', sure: how === 'sure', params };
    }
  }
}

/** What is shown as code may be meant as it is. */
function codeRegions(source: string): Pick<Region, 'start' | 'end'>[] {
  if (!/<(?:code|samp|kbd)\b/i.test(source)) return [];
  return [...source.matchAll(/<(code|samp|kbd)\b[^<>]{0,500}>[^]{0,5000}?<\/\1>/gi)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
}

const isWithin = (
  regions: readonly (Pick<Region, 'start' | 'end'> & { readonly name?: string })[],
  place: number,
  ...names: string[]
): boolean =>
  regions.some(
    ({ name, start, end }) =>
      start <= place && place < end && (names.length === 0 || names.includes(name ?? '')),
  );
