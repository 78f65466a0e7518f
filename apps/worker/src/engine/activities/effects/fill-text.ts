import { fillText, type FilledText } from '@cueline/email';
import { factsOf, formatsOf, storableText } from '@cueline/database';
import type { RunContext } from '../../record-context/run-context.repository.js';

/**
 * A line and a plain text of a step, filled in with the facts of this moment in the brand's language and zone; whatever a filter has cut them to, they can
 * be stored.
 */
export function fillOf(line: string, text: string, context: RunContext): FilledText {
  const environment = { data: factsOf(context), formats: formatsOf(context), clock: () => performance.now() };
  const filled = fillText(line, text, environment);
  return filled.ok ? { ok: true, line: storableText(filled.line), text: storableText(filled.text) } : filled;
}
