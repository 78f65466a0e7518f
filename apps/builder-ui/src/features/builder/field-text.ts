import {
  describeCondition,
  findStep,
  pathsOf,
  type Condition,
  type Definition,
  type Step,
} from '@cueline/workflows';
import { valueIn, type WrittenField } from './draft/written-field.js';
import { m as choices } from '../../domain/labels/messages.js';
import { stepContent, triggerContent } from '../../domain/step-content.js';
import { language } from '../../messages/language.js';
import { m } from './messages.js';
import type { Names } from '../../domain/use-names.js';

const labels: Readonly<Record<string, string>> = {
  ...m.fields,
  trigger: m.start,
  'trigger.event': m.start,
  'trigger.moment': m.start,
};

/** What an owner calls a setting. */
export function fieldLabel({ key }: WrittenField): string {
  const spoken = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return labels[key] ?? `${spoken.slice(0, 1).toUpperCase()}${spoken.slice(1)}`;
}

/** Whose setting it is: a step by its card, or the workflow. */
export function fieldOwner(
  { stepId, pathId, key }: WrittenField,
  definition: Definition,
  names: Names,
): string {
  const step = stepId === undefined ? undefined : findStep(definition.steps, stepId)?.step;
  if (!step) return m.start;
  const path = pathsOf(step).find(({ id }) => id === pathId);
  // Where the name itself is in question, the step goes by what it does.
  const { title } = stepContent(key === 'name' && pathId === undefined ? unnamed(step) : step, names);
  return path ? m.onPath(title, path.name ?? path.id) : title;
}

/** What a definition says in a setting, for a person to compare. */
export function fieldValue(field: WrittenField, definition: Definition, names: Names): string {
  const value = valueIn(definition, field);
  if (field.key === 'when' || field.key === 'trigger.when')
    return value === undefined ? m.noCondition : describeCondition(value as Condition, language);
  if (field.key === 'trigger.reentry') return choices.reentry[definition.trigger.reentry];
  if (field.stepId === undefined) {
    const { title, detail } = triggerContent(definition);
    return field.key === 'exitOn' ? detail : title;
  }
  if (value === undefined || value === '') return m.empty;
  if (typeof value === 'string' && field.key !== 'template') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const step = findStep(definition.steps, field.stepId)?.step;
  return step ? stepContent(unnamed(step), names).title : m.empty;
}

const unnamed = (step: Step): Step => ({ ...step, name: '' });

/** The texts that somebody has written into a step, for the clipboard. */
export function textsOf(step: Step, names: Names): string {
  const { title, detail } = stepContent(step, names);
  const written = [...texts(step)].filter((text) => text !== title && text !== detail);
  return [title, ...(detail ? [detail] : []), ...new Set(written)].join('\n\n');
}

const written = new Set(['name', 'subject', 'text', 'title', 'notes', 'question', 'url', 'reason', 'value']);

function* texts(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    if (written.has(key) && value.trim()) yield value;
  } else if (Array.isArray(value)) for (const one of value) yield* texts(one, key);
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* texts(one, name);
}
