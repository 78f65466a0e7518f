import parser from 'nunjucks/src/parser.js';
import { checkStatements } from './check-statements.js';
import { TemplateFault, type TemplatePart, type TemplateProblem } from './problem.js';
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
}

export type Compiled =
  | { readonly ok: true; readonly template: CompiledTemplate }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

/** Checks a template: the tree that can be rendered, or the first problem of each part. Runs no code of the template. */
export function compileTemplate(source: TemplateSource): Compiled {
  const parts: Partial<Record<TemplatePart, readonly Node[]>> = {};
  const problems: TemplateProblem[] = [];
  for (const part of ['subject', 'preheader', 'html', 'text'] as const) {
    const text = source[part];
    if (text === undefined || text === null) continue;
    const checked = compilePart(part, text);
    if ('code' in checked) problems.push(checked);
    else parts[part] = checked.nodes;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, template: { parts } };
}

function compilePart(part: TemplatePart, source: string): { nodes: readonly Node[] } | TemplateProblem {
  const at = (
    code: TemplateProblem['code'],
    node = { lineno: 0, colno: 0 },
    params: TemplateProblem['params'] = {},
  ): TemplateProblem => ({
    code,
    part,
    line: node.lineno + 1,
    column: node.colno + 1,
    params,
  });
  if (source.length > templateLimits.characters)
    return at('tooLong', undefined, { limit: templateLimits.characters });
  if (bracketsTooDeep(source)) return at('tooDeep');
  try {
    return { nodes: checkStatements(parser.parse(source), part === 'html') };
  } catch (error) {
    if (error instanceof TemplateFault) return at(error.code, error.node, error.params);
    if (error instanceof RangeError) return at('tooDeep');
    return at('syntax', placeOf(error), { detail: detailOf(error) });
  }
}

/** nunjucks' parser recurses on brackets and on blocks; a source that would exhaust the stack is refused before. */
function bracketsTooDeep(source: string): boolean {
  let depth = 0;
  let blocks = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth = Math.max(0, depth - 1);
    if (char === '{' && source[i + 1] === '%')
      blocks += /^-?\s*end/.test(source.slice(i + 2, i + 10)) ? -1 : 1;
    if (depth > 100 || blocks > 2_000) return true;
  }
  return false;
}

interface NunjucksError {
  readonly lineno?: number;
  readonly colno?: number;
  readonly message?: string;
}
const placeOf = (error: unknown) => {
  const { lineno = 0, colno = 0 } = error as NunjucksError;
  return { lineno: Math.max(0, lineno - 1), colno: Math.max(0, colno - 1) };
};
const detailOf = (error: unknown): string =>
  String((error as NunjucksError).message ?? error)
    .replace(/^\((?:unknown path)\)\s*/i, '')
    .replace(/\[Line \d+, Column \d+\]\s*/i, '')
    .trim()
    .slice(0, 200);
