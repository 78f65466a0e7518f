import { compileContent, type TemplateContent } from '@cueline/email';
import type { Facts } from '@cueline/workflows';
import type { Reader } from '@cueline/workflows/locale';
import { fieldValues, type FieldValue } from './field-values.js';
import { environmentOf, fillIn, type Brand, type FilledIn } from './fill-in.js';
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
  /** Of a document of blocks. */
  readonly values: readonly FieldValue[];
} {
  const compiled = compileContent(source);
  const filled = fillIn(compiled, facts, brand, reader);
  const size = filled.is === 'mail' ? sizeProblem(filled.mail.html) : undefined;
  const values = fieldValues(source, environmentOf(facts, brand, reader));
  return { problems: [...problemsOf(compiled, source), ...(size ? [size] : [])], filled, values };
}
