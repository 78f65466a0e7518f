import { compileTemplate, fieldsOf, mistakeOf, type TemplateSource } from '@cueline/email';
import type { TemplateFacts, Texts } from '@cueline/workflows';
import { problemsOf, type FoundProblem } from './template-problems.js';

export interface TemplateCheck {
  readonly problems: readonly FoundProblem[];
  /** It cannot be filled in at all. */
  readonly broken: boolean;
  /** The first of its mistakes, in a sentence. */
  readonly mistake?: Texts;
  readonly fields: TemplateFacts['fields'];
}

/** All that is asked about templates without filling them in. */
export const checkTemplates = (sources: readonly TemplateSource[]): TemplateCheck[] =>
  sources.map((source) => {
    const compiled = compileTemplate(source);
    return {
      problems: problemsOf(compiled, source),
      broken: !compiled.ok,
      ...(!compiled.ok && { mistake: mistakeOf(compiled.problems) }),
      fields: compiled.ok ? fieldsOf(compiled.template) : [],
    };
  });
