import { Parser } from './nunjucks.js';
import { checkStatements } from './check-statements.js';
import { checkTags } from './check-tags.js';
import { findLeftovers } from './leftovers.js';
import { Lines } from './lines.js';
import { TemplateFault, type TemplatePart, type TemplateProblem } from './problem.js';
import { readTokens, type TokenList } from './tokens.js';
import { templateLimits, type Node } from './tree.js';

export interface TemplateSource {
  readonly subject: string;
  readonly preheader?: string;
  readonly html: string;
  /** The owner's own plain text; without it the text is made from the HTML. */
  readonly text?: string | null;
}

/** Plain JSON: can be kept, sent and read again. */
export interface CompiledTemplate {
  readonly parts: Readonly<Partial<Record<TemplatePart, readonly Node[]>>>;
  /** Made of blocks: its signature is one of them, and its plain text is written along with its HTML. */
  readonly ofBlocks?: true;
}

export type Compiled =
  | {
      readonly ok: true;
      readonly template: CompiledTemplate;
      /** What a person may want to look at; it stops nothing. */
      readonly warnings: readonly TemplateProblem[];
    }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** Checks a template: the tree that can be rendered, or every problem found. Runs no code of the template. */
export function compileTemplate(source: TemplateSource): Compiled {
  const parts: Partial<Record<TemplatePart, readonly Node[]>> = {};
  const problems: TemplateProblem[] = [];
  for (const part of ['subject', 'preheader', 'html', 'text'] as const) {
    const text = source[part];
    if (text === undefined || text === null) continue;
    const found: Found = { faults: [], warnings: [] };
    const lines = new Lines(text);
    parts[part] = checkPart(part, text, lines, found);
    const list = (faults: readonly TemplateFault[], severity: TemplateProblem['severity']) =>
      faults.slice(0, templateLimits.problems).map((fault) => problemOf(fault, part, severity, lines));
    problems.push(...list(found.faults, 'error'), ...list(found.warnings, 'warning'));
  }
  return problems.some(({ severity }) => severity === 'error')
    ? { ok: false, problems }
    : { ok: true, template: { parts }, warnings: problems };
}

interface Found {
  readonly faults: TemplateFault[];
  readonly warnings: TemplateFault[];
}

function checkPart(
  part: TemplatePart,
  source: string,
  lines: Lines,
  { faults, warnings }: Found,
): readonly Node[] {
  const { characters } = templateLimits;
  const start = { lineno: 0, colno: 0 };
  if (source.length > characters) {
    faults.push(new TemplateFault('tooLong', start, { limit: characters }));
    return [];
  }
  let tokens: ReturnType<typeof replay> | undefined;
  try {
    const list = readTokens(source, part === 'html', lines);
    const leftovers = findLeftovers(source, list, lines);
    warnings.push(...list.warnings, ...leftovers.warnings);
    faults.push(...list.faults, ...leftovers.faults);
    // Where a tag could not be read, those that belong to it would be named as well.
    if (list.faults.length > 0) return [];
    const mistakes = checkTags(list.tokens);
    faults.push(...mistakes);
    if (mistakes.length > 0) return [];
    tokens = replay(list);
    return checkStatements(new Parser(tokens).parseAsRoot(), part === 'html', faults);
  } catch (error) {
    if (error instanceof TemplateFault) faults.push(error);
    else faults.push(syntaxFault(error, placeOf(error) ?? tokens?.place() ?? start, source, lines));
    return [];
  }
}

const problemOf = (
  { code, node, params }: TemplateFault,
  part: TemplatePart,
  severity: TemplateProblem['severity'],
  lines: Lines,
): TemplateProblem => ({
  code,
  severity,
  part,
  line: node.lineno + 1,
  column: node.colno + 1,
  offset: lines.offset(node.lineno, node.colno),
  params,
});

/** The parser's view of tokens that are read and checked already, and where it stands, for errors that name no place. */
function replay({ tokens, tags }: TokenList) {
  let next = 0;
  return {
    tags,
    nextToken: () => tokens[next++] ?? null,
    place: () => tokens[Math.min(next, tokens.length) - 1] ?? { lineno: 0, colno: 0 },
  };
}

interface NunjucksError {
  readonly lineno?: number;
  readonly colno?: number;
  readonly message?: string;
}
/** nunjucks counts from 1, where it counts at all. */
function placeOf(error: unknown) {
  const { lineno, colno } = error as NunjucksError;
  return lineno && colno ? { lineno: lineno - 1, colno: colno - 1 } : undefined;
}
/** What the parser found, with what may have been meant. */
function syntaxFault(
  error: unknown,
  at: { readonly lineno: number; readonly colno: number },
  source: string,
  lines: Lines,
): TemplateFault {
  const offset = lines.offset(at.lineno, at.colno);
  const begin = Math.max(source.lastIndexOf('{{', offset), source.lastIndexOf('{%', offset), 0);
  const tag = source.slice(begin + 2, offset + 80).split(/[%}]\}/)[0]!;
  const fix = habits.find(([habit]) => habit.test(tag))?.[1];
  return new TemplateFault('syntax', at, { detail: detailOf(error), ...(fix && { fix }) });
}

/** How other languages write what ours says differently. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/\|\|/, 'Write "or", or the filter default("…").'],
  [/&&|&amp;&amp;/, 'Write "and".'],
  [/\|\s*\w+\s*:/, 'Put what a filter takes into brackets, as in default("there").'],
  [/[^=!<>]=[^=]/, 'Compare with "==".'],
  [/\?[^?]*:/, 'Write a choice as "a if condition else b".'],
];

const detailOf = (error: unknown): string =>
  String((error as NunjucksError).message ?? error)
    .replace(/^\((?:unknown path)\)\s*/i, '')
    .replace(/\[Line \d+, Column \d+\]\s*/i, '')
    .trim()
    .replace(/^expected variable end$/, 'something in this tag does not belong there')
    .slice(0, 200);
