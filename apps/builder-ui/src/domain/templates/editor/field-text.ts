import type { FieldAtom } from '@cueline/email/blocks';

type Field = Omit<FieldAtom, 'type'>;

/** What a field says, as the server has filled it in. */
export interface FieldValue extends Field {
  readonly text: string;
}

const keyOf = ({ field, format, fallback }: Partial<Field>): string =>
  JSON.stringify([field, format, fallback]);

/** Looks up what fields say. */
export function fieldTextIn(values: readonly FieldValue[]): (field: Field) => string | undefined {
  const texts = new Map(values.map((value) => [keyOf(value), value.text]));
  return (field) => texts.get(keyOf(field));
}
