import { compileTemplate } from './compile.js';
import type { Environment } from './evaluate.js';
import { mistakeOf } from './explain-problem.js';
import { renderTemplate } from './render.js';

export type FilledText =
  | { readonly ok: true; readonly line: string; readonly text: string }
  | { readonly ok: false; readonly code: 'text.broken' | 'text.budget'; readonly params: object };

/** A line and a plain text with merge fields, filled in: no HTML, the same sandbox. */
export function fillText(line: string, text: string, environment: Environment): FilledText {
  const compiled = compileTemplate({ subject: line, html: '', text });
  if (!compiled.ok)
    return { ok: false, code: 'text.broken', params: { mistake: mistakeOf(compiled.problems) } };
  const rendered = renderTemplate(compiled.template, environment);
  return rendered.ok
    ? { ok: true, line: rendered.mail.subject, text: rendered.mail.text ?? '' }
    : { ok: false, code: 'text.budget', params: { budget: rendered.budget } };
}
