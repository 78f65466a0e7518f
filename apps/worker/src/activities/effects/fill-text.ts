import { fillText, type FilledText } from '@cueline/email';
import { factsOf, textOf } from '@cueline/database';
import type { RunContext } from '../../facts/run-context.repository.js';

/** A line and a plain text of a step, filled in with the facts of this moment. */
export function fillOf(line: string, text: string, context: RunContext): FilledText {
  const { brand } = context;
  const formats = { locale: textOf(brand?.['locale']) ?? 'en', zone: textOf(brand?.['zone']) ?? 'UTC' };
  return fillText(line, text, { data: factsOf(context), formats, clock: () => performance.now() });
}
