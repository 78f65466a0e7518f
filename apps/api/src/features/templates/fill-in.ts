import { explainBudget, type BrandStyle, type Compiled } from '@cueline/email';
import { writeMail, type WrittenMail } from '@cueline/email/mail';
import { inEach, type Facts } from '@cueline/workflows';
import { formatsFor, type Reader } from '@cueline/workflows/locale';
import type { FoundProblem } from './template-problems.js';

export interface Brand extends BrandStyle {
  readonly locale: string;
  readonly zone: string;
}

/** A template as a mail would say it; or why it says nothing: it has mistakes, or it asks for more than a mail may take. */
export type FilledIn =
  | { readonly is: 'mail'; readonly mail: WrittenMail }
  | { readonly is: 'mistaken' }
  | { readonly is: 'beyond'; readonly problem: FoundProblem };

/** What a template is filled in with and by. */
export const environmentOf = (facts: Facts, brand: Brand, reader: Reader | null) => ({
  data: facts,
  formats: formatsFor(brand, reader),
  clock: () => performance.now(),
});

/**
 * What a template says of these facts, written as the mail that leaves.
 * @param reader the client who gets it; null for everybody else, who reads the brand's language and zone
 */
export function fillIn(compiled: Compiled, facts: Facts, brand: Brand, reader: Reader | null): FilledIn {
  if (!compiled.ok) return { is: 'mistaken' };
  const environment = environmentOf(facts, brand, reader);
  const { locale } = environment.formats;
  const written = writeMail(compiled.template, environment, { ...brand, locale });
  if (written.ok) return { is: 'mail', mail: written.mail };
  const { part, budget } = written;
  const message = inEach((language) => explainBudget(budget, language));
  return {
    is: 'beyond',
    problem: {
      code: 'template.budget',
      severity: 'error',
      part,
      line: 1,
      column: 1,
      offset: 0,
      block: null,
      params: { budget },
      message,
    },
  };
}
