import type { CompiledTemplate } from './compile.js';
import { BudgetExceeded, type BudgetName } from './budget.js';
import { evaluateTree, type Environment } from './evaluate.js';
import type { TemplatePart } from './problem.js';

/** RFC 5322 2.1.1: a line has at most 998 octets; a longer subject is cut. */
const SUBJECT_OCTETS = 998;

export interface RenderedTemplate {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  /** Null where the template has no text of its own. */
  readonly text: string | null;
}

export type Rendered =
  | { readonly ok: true; readonly mail: RenderedTemplate }
  | { readonly ok: false; readonly part: TemplatePart; readonly budget: BudgetName };

/** Fills a checked template in. Pure but for the clock it is given. */
export function renderTemplate(template: CompiledTemplate, environment: Environment): Rendered {
  const rendered: Partial<Record<TemplatePart, string>> = {};
  for (const part of ['subject', 'preheader', 'html', 'text'] as const) {
    const nodes = template.parts[part];
    if (!nodes) continue;
    try {
      rendered[part] = evaluateTree(nodes, environment);
    } catch (error) {
      if (error instanceof BudgetExceeded) return { ok: false, part, budget: error.budget };
      throw error;
    }
  }
  const { subject = '', preheader = '', html = '', text } = rendered;
  return {
    ok: true,
    mail: { subject: headerLine(subject), preheader: headerLine(preheader), html, text: text ?? null },
  };
}

/** One line without control characters, so that a value can add no header; cut at a whole character. */
export function headerLine(text: string): string {
  const line = [...text].map((char) =>
    char < ' ' || char === '\u007f' || char === '\u2028' || char === '\u2029' ? ' ' : char,
  );
  let octets = 0;
  const kept: string[] = [];
  for (const char of line) {
    const point = char.codePointAt(0)!;
    octets += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    if (octets > SUBJECT_OCTETS) break;
    kept.push(char);
  }
  return kept.join('').replace(/ {2,}/g, ' ').trim();
}
