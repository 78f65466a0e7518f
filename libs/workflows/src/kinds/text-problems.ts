import type { CheckContext, ProblemDraft, TemplateFacts } from './kind.js';

/** What is wrong with a text that a step fills in with merge fields. Not checked where nobody can read such texts. */
export function textProblems(source: string, path: string, context: CheckContext): ProblemDraft[] {
  const text = context.readText?.(source);
  if (!text) return [];
  if (!text.ok) return [{ code: 'text.broken', path, params: { mistake: text.mistake } }];
  return [
    ...fieldProblems('text', text.fields, path, {}, context),
    ...(text.warnings ?? []).map((mistake): ProblemDraft => ({
      code: 'text.doubtful',
      severity: 'warning',
      path,
      params: { mistake },
    })),
  ];
}

/** Fields that are not at hand, and those that may be empty and have no fallback. */
export function fieldProblems(
  of: 'text' | 'mail',
  used: TemplateFacts['fields'],
  path: string,
  named: ProblemDraft['params'],
  { fields }: CheckContext,
): ProblemDraft[] {
  return used.flatMap(({ path: name, hasFallback }): ProblemDraft[] => {
    const field = fields.get(name);
    const params = { ...named, field: name };
    if (!field) return [{ code: `${of}.fieldUnavailable`, path, params }];
    return field.mayBeEmpty && !hasFallback
      ? [{ code: `${of}.fieldMayBeEmpty`, severity: 'warning', path, params }]
      : [];
  });
}
