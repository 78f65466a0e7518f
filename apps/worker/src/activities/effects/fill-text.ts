import { compileTemplate, renderTemplate } from '@cueline/email';
import { factsOf, textOf } from '@cueline/database';
import type { RunContext } from '../../facts/run-context.repository.js';

export type Filled =
  | { readonly ok: true; readonly line: string; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly params: object };

/** A line and a plain text of a step, filled in with the facts of this moment. */
export function fillText(line: string, text: string, context: RunContext): Filled {
  const compiled = compileTemplate({ subject: line, html: '', text });
  if (!compiled.ok) return { ok: false, code: 'text.broken', params: {} };
  const { brand } = context;
  const formats = { locale: textOf(brand?.['locale']) ?? 'en', zone: textOf(brand?.['zone']) ?? 'UTC' };
  const environment = { data: factsOf(context), formats, clock: () => performance.now() };
  const rendered = renderTemplate(compiled.template, environment);
  return rendered.ok
    ? { ok: true, line: rendered.mail.subject, text: rendered.mail.text ?? '' }
    : { ok: false, code: 'text.budget', params: { budget: rendered.budget } };
}

/** At most so many characters, cut at a whole one. */
export const cut = (text: string, characters: number): string =>
  text.length <= characters ? text : `${text.slice(0, characters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
