import { fillText, type FilledText } from '@cueline/email';
import { factsOf, formatsOf } from '@cueline/database';
import type { RunContext } from '../../facts/run-context.repository.js';

/** A line and a plain text of a step, filled in with the facts of this moment in the brand's language and zone. */
export function fillOf(line: string, text: string, context: RunContext): FilledText {
  const environment = { data: factsOf(context), formats: formatsOf(context), clock: () => performance.now() };
  return fillText(line, text, environment);
}
