import type { Field } from '../catalogue/field.js';
import type { Texts } from '../language/language.js';
import type { ProblemDraftOf } from './problem.js';
import type { TextProblemCode } from './text-messages.js';

type Draft = ProblemDraftOf<TextProblemCode>;

/** A merge field that a text uses. */
export interface UsedField {
  readonly path: string;
  readonly hasFallback: boolean;
}

/** What a text uses, or the first thing wrong with it, in a sentence. */
export type TextFacts =
  | {
      readonly ok: true;
      readonly fields: readonly UsedField[];
      /** What a person may want to check, in a sentence each. */
      readonly warnings?: readonly Texts[];
    }
  | { readonly ok: false; readonly mistake: Texts };

/** What the checks of a text know: the merge fields at hand by path, and how to read a text; nothing is checked where nobody can read it. */
export interface TextContext {
  readonly fields: ReadonlyMap<string, Field>;
  readonly readText?: (source: string) => TextFacts;
}

/** What is wrong with a text that a step fills in with merge fields. */
export function textProblems(source: string, path: string, context: TextContext): Draft[] {
  const text = context.readText?.(source);
  if (!text) return [];
  if (!text.ok) return [{ code: 'text.broken', path, params: { mistake: text.mistake } }];
  return [
    ...fieldProblems('text', text.fields, path, {}, context),
    ...(text.warnings ?? []).map((mistake): Draft => ({
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
  used: readonly UsedField[],
  path: string,
  named: Draft['params'],
  { fields }: Pick<TextContext, 'fields'>,
): Draft[] {
  return used.flatMap(({ path: name, hasFallback }): Draft[] => {
    const field = fields.get(name);
    const params = { ...named, field: name };
    if (!field) return [{ code: `${of}.fieldUnavailable`, path, params }];
    return field.mayBeEmpty && !hasFallback
      ? [{ code: `${of}.fieldMayBeEmpty`, severity: 'warning', path, params }]
      : [];
  });
}
