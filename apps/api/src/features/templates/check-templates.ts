import { compileContent, fieldsOf, mistakeOf, type TemplateContent } from '@cueline/email';
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
export const checkTemplates = (contents: readonly TemplateContent[]): TemplateCheck[] =>
  contents.map((content) => {
    const compiled = compileContent(content);
    return {
      problems: problemsOf(compiled, content),
      broken: !compiled.ok,
      ...(!compiled.ok && { mistake: mistakeOf(compiled.problems) }),
      fields: compiled.ok ? fieldsOf(compiled.template) : [],
    };
  });
