import { findStep, pathsOf, type Definition, type Operation, type Trigger } from '@cueline/workflows';

/** A setting that an edit writes: of a step, of one of its paths, or of how the workflow starts and ends early. */
export interface WrittenField {
  /** Undefined: of the workflow itself. */
  readonly stepId?: string;
  readonly pathId?: string;
  /** `name`, `subject`, `when` ...; of a trigger `trigger.offset`, or `trigger` for all of it. */
  readonly key: string;
}

export const fieldId = ({ stepId, pathId, key }: WrittenField): string =>
  JSON.stringify([stepId ?? null, pathId ?? null, key]);

/** @param before the definition that the edit is made on */
export function fieldsWritten(operation: Operation, before: Definition): readonly WrittenField[] {
  switch (operation.type) {
    case 'updateStep': {
      const keys = new Set([...Object.keys(operation.set), ...(operation.unset ?? [])]);
      return [...keys].map((key) => ({ stepId: operation.stepId, key }));
    }
    case 'updatePath': {
      const { stepId, pathId } = operation;
      const keys = (['name', 'when'] as const).filter((key) => operation[key] !== undefined);
      return keys.map((key) => ({ stepId, pathId, key }));
    }
    case 'setTrigger':
      return operation.trigger.type === before.trigger.type
        ? changedKeys(before.trigger, operation.trigger).map((key) => ({ key: `trigger.${key}` }))
        : [{ key: 'trigger' }];
    case 'setExitOn':
      return [{ key: 'exitOn' }];
    default:
      return [];
  }
}

/** What a definition says in a field; undefined where it has no such step, path or setting. */
export function valueIn(definition: Definition, { stepId, pathId, key }: WrittenField): unknown {
  if (stepId === undefined) {
    if (key === 'exitOn') return definition.exitOn;
    return key === 'trigger'
      ? definition.trigger
      : settingOf(definition.trigger, key.slice('trigger.'.length));
  }
  const step = findStep(definition.steps, stepId)?.step;
  if (!step) return undefined;
  if (pathId === undefined) return settingOf(step, key);
  const path = pathsOf(step).find(({ id }) => id === pathId);
  return path && settingOf(path, key);
}

/** Two fields of which one holds the other. */
export const overlap = (a: WrittenField, b: WrittenField): boolean =>
  fieldId(a) === fieldId(b) ||
  (a.stepId === undefined &&
    b.stepId === undefined &&
    (a.key === 'trigger' || b.key === 'trigger') &&
    a.key.startsWith('trigger') &&
    b.key.startsWith('trigger'));

const settingOf = (owner: object, key: string): unknown =>
  Object.hasOwn(owner, key) ? (owner as Readonly<Record<string, unknown>>)[key] : undefined;

const changedKeys = (a: Trigger, b: Trigger): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (key) => JSON.stringify(settingOf(a, key)) !== JSON.stringify(settingOf(b, key)),
  );
