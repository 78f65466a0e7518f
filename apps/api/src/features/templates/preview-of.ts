import { compileContent, type TemplateContent } from '@cueline/email';
import type { Facts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import { fillIn, type Brand, type FilledIn } from './fill-in.js';
import { problemsOf, sizeProblem, type FoundProblem } from './template-problems.js';

interface Request {
  readonly source: TemplateContent;
  readonly facts: Facts;
  readonly brand: Brand;
  readonly reader: Reader | null;
}

/** A template filled in, and what is wrong with it. */
export function previewOf({ source, facts, brand, reader }: Request): {
  readonly problems: readonly FoundProblem[];
  readonly filled: FilledIn;
} {
  const compiled = compileContent(source);
  const filled = fillIn(compiled, facts, brand, reader);
  const size = filled.is === 'mail' ? sizeProblem(filled.mail.html) : undefined;
  return { problems: [...problemsOf(compiled, source), ...(size ? [size] : [])], filled };
}
