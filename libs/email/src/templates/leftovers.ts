import { decodeEntities } from './entities.js';
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
  readonly mark: string;
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
  (looksSo: (name: string) => boolean) =>
  (name: string): Certainty =>
    named(name) === 'no' && looksSo(name) ? 'perhaps' : named(name);
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

const form = (mark: string, pattern: string, certainty: Form['certainty']): Form => ({
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
  form('<', `<<${BLANK}(${NAME})${BLANK}>>`, doubled),
  form(';', `${LT}${LT}${BLANK}(${NAME})${BLANK}${GT}${GT}`, doubled),
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
  const quoted = codeRegions(source);
  for (const segment of segments) {
    if (segment.type !== 'text') continue;
    const text = source.slice(segment.start, segment.end);
    const taken: [number, number][] = [];
    for (const found of [...findRewrittenTags(text), ...placeholdersIn(text)]) {
      if (faults.length >= templateLimits.problems) return { faults, warnings };
      const end = found.at + found.length;
      const place = segment.start + found.at;
      if (
        taken.some(([from, to]) => found.at < to && from < end) ||
        isWithin(regions, place, 'style', 'script')
      )
        continue;
      taken.push([found.at, end]);
      const isShown = isWithin(regions, place, '!--') || isWithin(quoted, place);
      const fault = new TemplateFault(found.code, lines.at(place), found.params);
      if (found.sure && !isShown) faults.push(fault);
      else
        warnings.push(
          isShown && found.code === 'leftover'
            ? new TemplateFault('leftover', fault.node, { ...found.params, sure: 0 })
            : fault,
        );
    }
  }
  return { faults, warnings };
}

export interface FoundLeftover {
  readonly at: number;
  readonly length: number;
  readonly code: 'leftover' | 'encodedTag' | 'fewBraces';
  readonly sure: boolean;
  readonly params: TemplateFault['params'];
}

function* placeholdersIn(text: string): Generator<FoundLeftover> {
  for (const { mark, pattern, certainty } of forms) {
    if (!text.includes(mark)) continue;
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

/** What is shown as code may be meant as it stands. */
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
