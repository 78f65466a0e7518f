import type { Operation } from '@cueline/workflows';
import { fieldId, overlap, type WrittenField } from './written-field.js';

/** A setting that was written here and in another window. The edit made here is kept until a person has chosen. */
export interface Conflict {
  /** Step and path, or the trigger: one conflict each. */
  readonly id: string;
  readonly fields: readonly WrittenField[];
  /** Writes what this window has. */
  readonly operation: Operation;
}

const targetOf = ([field]: readonly WrittenField[]): string =>
  field ? JSON.stringify([field.stepId ?? field.key.split('.')[0], field.pathId ?? null]) : '';

export const touches = ({ fields }: Conflict, written: readonly WrittenField[]): boolean =>
  fields.some((field) => written.some((other) => overlap(field, other)));

/** Adds an edit of this window to the conflicts: to the one about the same target, where there is one. */
export function withConflict(
  conflicts: readonly Conflict[],
  operation: Operation,
  fields: readonly WrittenField[],
): readonly Conflict[] {
  const id = targetOf(fields);
  const old = conflicts.find((conflict) => conflict.id === id);
  if (!old) return [...conflicts, { id, fields, operation }];
  const ids = new Set(fields.map(fieldId));
  const both: Conflict = {
    id,
    fields: [...old.fields.filter((field) => !ids.has(fieldId(field))), ...fields],
    operation: combined(old.operation, operation),
  };
  return conflicts.map((conflict) => (conflict === old ? both : conflict));
}

/** One edit that does what two of the same target do one after the other. */
export function combined(first: Operation, second: Operation): Operation {
  if (first.type === 'updateStep' && second.type === 'updateStep') {
    const { stepId, set, unset = [] } = second;
    const kept = Object.entries(first.set).filter(([key]) => !unset.includes(key));
    const gone = [...(first.unset ?? []).filter((key) => !Object.hasOwn(set, key)), ...unset];
    return {
      type: 'updateStep',
      stepId,
      set: { ...Object.fromEntries(kept), ...set },
      unset: [...new Set(gone)],
    };
  }
  if (first.type === 'updatePath' && second.type === 'updatePath') return { ...first, ...second };
  return second;
}

/** The conflict about some of its fields alone. */
export function narrowed(conflict: Conflict, fields: readonly WrittenField[]): Conflict {
  const { operation } = conflict;
  const keys = new Set(fields.map(({ key }) => key));
  if (operation.type !== 'updateStep') return { ...conflict, fields };
  const set = Object.fromEntries(Object.entries(operation.set).filter(([key]) => keys.has(key)));
  const unset = (operation.unset ?? []).filter((key) => keys.has(key));
  return { ...conflict, fields, operation: { ...operation, set, unset } };
}
