import { fieldOf, type FieldType } from '@cueline/workflows';
import { formatsOfType, type FieldFormat } from '@cueline/email/blocks';

/** The ways in which a field can be written. */
export const formatsOf = (field: string): readonly FieldFormat[] => {
  const type = fieldOf(field)?.type;
  return type ? formatsOfType[type] : [];
};

const usual: Partial<Record<FieldType, FieldFormat>> = { instant: 'date:long', date: 'date:long' };

/** The format that a field is inserted with, where its own way is rarely meant. */
export function formatFor(field: string): { readonly format?: FieldFormat } {
  const type = fieldOf(field)?.type;
  const format = type && usual[type];
  return format ? { format } : {};
}
