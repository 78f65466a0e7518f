import { compileTemplate, explainTemplateProblem, fieldsOf, textMistakeOf } from '@cueline/email';
import type { TextFacts } from '@cueline/workflows';

/** What the checks of a workflow ask about a text that a step fills in. */
export function readText(source: string): TextFacts {
  const compiled = compileTemplate({ subject: '', html: '', text: source });
  return compiled.ok
    ? {
        ok: true,
        fields: fieldsOf(compiled.template),
        warnings: compiled.warnings.map(explainTemplateProblem),
      }
    : { ok: false, mistake: textMistakeOf(compiled.problems) };
}
