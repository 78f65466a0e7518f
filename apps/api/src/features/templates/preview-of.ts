import { compileTemplate, type TemplateSource } from '@cueline/email';
import type { Facts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import { fillIn, type Brand, type FilledIn } from './fill-in.js';
import { problemsOf, type FoundProblem } from './template-problems.js';

interface Request {
  readonly source: TemplateSource;
  readonly facts: Facts;
  readonly brand: Brand;
  readonly reader: Reader | null;
}

/** A template filled in, and what is wrong with it. */
export function previewOf({ source, facts, brand, reader }: Request): {
  readonly problems: readonly FoundProblem[];
  readonly filled: FilledIn;
} {
  const compiled = compileTemplate(source);
  return { problems: problemsOf(compiled, source), filled: fillIn(compiled, facts, brand, reader) };
}
