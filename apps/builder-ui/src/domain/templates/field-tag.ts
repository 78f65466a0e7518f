import type { Field } from '@cueline/workflows';

const formats: Partial<Record<Field['type'], string>> = {
  money: ' | money',
  date: ' | date("long")',
  instant: ' | date("long")',
  list: ' | join',
};

/** A merge field as a template says it: formatted by its type, with room for a fallback where a record may hold nothing. */
export const fieldTag = ({ path, type, mayBeEmpty }: Field): string =>
  `{{ ${path}${formats[type] ?? ''}${mayBeEmpty ? ' | default("")' : ''} }}`;

/** Where the typing goes on after a tag: between the fallback's quotes, else after the tag. */
export function caretIn(tag: string): number {
  const empty = tag.indexOf('("")');
  return empty < 0 ? tag.length : empty + 2;
}
