import { compileTemplate, fieldsOf, mistakeOf, type TemplateSource } from '@cueline/email';
import type { TemplateFacts } from '@cueline/workflows';
import { problemsOf, type ProblemView } from './template-problems.js';

export interface TemplateCheck {
  readonly problems: readonly ProblemView[];
  /** It cannot be filled in at all. */
  readonly broken: boolean;
  /** The first of its mistakes, in a sentence. */
  readonly mistake?: string;
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
