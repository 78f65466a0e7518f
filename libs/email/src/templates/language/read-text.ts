import { inEach } from '@cueline/workflows/language';
import { compileTemplate } from './compile.js';
import { fieldsOf } from './fields.js';
import { explainTemplateProblem, textMistakeOf } from './explain-problem.js';

/** What the checks of a workflow ask about a text that a step fills in. */
export function readText(source: string) {
  const compiled = compileTemplate({ subject: '', html: '', text: source });
  return compiled.ok
    ? {
        ok: true as const,
        fields: fieldsOf(compiled.template),
        warnings: compiled.warnings.map((problem) =>
          inEach((language) => explainTemplateProblem(problem, language)),
        ),
      }
    : { ok: false as const, mistake: textMistakeOf(compiled.problems) };
}
