import { describeStep, describeTrigger, describeEvent } from '../analysis/summary.js';
import { describeCondition } from '../conditions/describe.js';
import { comparisonsOf, type Condition } from '../conditions/condition.js';
import type { Definition } from '../definition/definition.js';
import { pathsOf, type Path, type Step } from '../kinds/step.js';
import { OTHERWISE } from '../kinds/step-base.js';
import { findStep, walk } from '../definition/walk.js';
import type { SummaryLabels } from '../kinds/kind.js';
import { kinds } from '../kinds/registry.js';
import { sequenceAt } from '../operations/edit-tree.js';
import type { Slot } from '../operations/operation.js';
import type { Change, FieldChange } from './change.js';

/** What the sentences are told from: the two definitions that were compared, and the names of templates. */
export interface Compared {
  readonly before: Definition;
  readonly after: Definition;
  readonly labels: SummaryLabels;
}

type Of<Type extends Change['type']> = Extract<Change, { type: Type }>;

/** One change in an owner's words: "“Wait 1 day” is now “Wait 3 days”." */
export function explainChange(change: Change, compared: Compared): string {
  const { before, after, labels } = compared;
  const was = (id: string) => titleIn(before, id, labels);
  const is = (id: string) => titleIn(after, id, labels);
  switch (change.type) {
    case 'triggerChanged':
      return describeTriggerChange(change, compared);
    case 'exitOnChanged':
      return describeExits(change);
    case 'stepAdded':
      return `Added ${is(change.stepId)} ${describePlace(after, change.to, labels)}.`;
    case 'stepRemoved':
      return `Removed ${was(change.stepId)}.`;
    case 'stepMoved':
      return `Moved ${is(change.stepId)} ${describePlace(after, change.to, labels)}.`;
    case 'stepChanged':
      return describeStepChange(change, compared);
    case 'pathAdded': {
      const path = pathIn(after, change);
      const when = path.when ? `, taken ${describeWhen(path.when)}` : '';
      return `Added the path ${pathTitle(path)} to ${is(change.stepId)}${when}.`;
    }
    case 'pathRemoved':
      return `Removed the path ${pathTitle(pathIn(before, change))} of ${is(change.stepId)}.`;
    case 'pathMoved':
      return `The path ${pathTitle(pathIn(after, change))} of ${is(change.stepId)} is looked at in another order.`;
    case 'pathChanged':
      return describePath(change, compared);
  }
}

const quoted = (text: string) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The owner's name for a step, or what it does. */
export const titleOf = (step: Step, labels: SummaryLabels): string =>
  quoted(step.name || describeStep(step, labels));
const titleIn = ({ steps }: Definition, id: string, labels: SummaryLabels): string => {
  const step = findStep(steps, id)?.step;
  return step ? titleOf(step, labels) : quoted(id);
};

const pathTitle = ({ id, name }: Path): string => quoted(name || (id === OTHERWISE ? 'Otherwise' : id));
/** A draft may hold an id twice: then any step of that id that has the path. */
const pathIn = ({ steps }: Definition, { stepId, pathId }: { stepId: string; pathId: string }): Path =>
  [...walk(steps)]
    .flatMap(({ step }) => (step.id === stepId ? pathsOf(step) : []))
    .find(({ id }) => id === pathId) ?? { id: pathId, steps: [] };

function describePlace(definition: Definition, { parent, index }: Slot, labels: SummaryLabels): string {
  const previous = index > 0 ? sequenceAt(definition.steps, parent)?.[index - 1] : undefined;
  if (previous) return `after ${titleOf(previous, labels)}`;
  const path = parent && pathIn(definition, parent);
  return path
    ? `as the first step on the path ${pathTitle(path)} of ${titleIn(definition, parent.stepId, labels)}`
    : 'as the first step';
}

function describeTriggerChange({ fields }: Of<'triggerChanged'>, { before, after }: Compared): string {
  const [was, is] = [describeTrigger(before.trigger), describeTrigger(after.trigger)];
  const sentences = was === is ? [] : [`Starts: ${is}. Before: ${was}.`];
  const brands = fields.find(({ field }) => field === 'brands');
  if (brands)
    sentences.push(
      `It now applies to ${describeBrands(brands.after)}, before to ${describeBrands(brands.before)}.`,
    );
  return sentences.length > 0 ? sentences.join(' ') : describeFields('The start', fields);
}

const describeBrands = (brands: unknown): string =>
  Array.isArray(brands) ? `${brands.length} ${brands.length === 1 ? 'brand' : 'brands'}` : 'all brands';

function describeExits({ added, removed }: Of<'exitOnChanged'>): string {
  const list = (rules: typeof added) => rules.map(({ event }) => describeEvent(event)).join(' or ');
  const sentences = [
    ...(added.length > 0 ? [`It now also ends early when ${list(added)}.`] : []),
    ...(removed.length > 0 ? [`It no longer ends early when ${list(removed)}.`] : []),
  ];
  return sentences.join(' ') || 'What ends it early stands in another order.';
}

function describeStepChange(
  { stepId, fields }: Of<'stepChanged'>,
  { before, after, labels }: Compared,
): string {
  const [was, is] = [findStep(before.steps, stepId)?.step, findStep(after.steps, stepId)?.step];
  if (!was || !is) return describeFields(quoted(stepId), fields);
  if (was.kind !== is.kind)
    return `${titleOf(was, labels)} became another kind of step: ${kinds[is.kind].label}, ${titleOf(is, labels)}.`;
  const sentences: string[] = [];
  const [did, does] = [describeStep(was, labels), describeStep(is, labels)];
  if (did !== does) sentences.push(`${quoted(did)} is now ${quoted(does)}.`);
  // An empty name is none.
  if ((was.name || '') !== (is.name || ''))
    sentences.push(
      is.name
        ? `${titleOf(was, labels)} is now called ${quoted(is.name)}.`
        : `${quoted(was.name!)} has no name any more.`,
    );
  const rest = fields.filter(({ field }) => field !== 'name');
  if (did === does && rest.length > 0) sentences.push(describeFields(titleOf(is, labels), rest));
  return sentences.join(' ') || describeFields(titleOf(is, labels), fields);
}

function describePath(
  { stepId, pathId, fields }: Of<'pathChanged'>,
  { before, after, labels }: Compared,
): string {
  const [was, is] = [pathIn(before, { stepId, pathId }), pathIn(after, { stepId, pathId })];
  const of = titleIn(after, stepId, labels);
  const sentences: string[] = [];
  if (was.name !== is.name)
    sentences.push(`The path ${pathTitle(was)} of ${of} is now called ${pathTitle(is)}.`);
  if (fields.some(({ field }) => field === 'when'))
    sentences.push(
      `The path ${pathTitle(is)} of ${of} is now taken ${describeWhen(is.when)}, before ${describeWhen(was.when)}.`,
    );
  return sentences.join(' ') || describeFields(`The path ${pathTitle(is)}`, fields);
}

/** A group without comparisons is what an owner has not filled in yet. */
const describeWhen = (when: Condition | undefined): string =>
  when && comparisonsOf(when).length > 0 ? `when ${describeCondition(when)}` : 'without a condition';

/** Settings that the summary does not speak of. */
const describeFields = (of: string, fields: readonly FieldChange[]): string =>
  `${of}: ${fields.map(({ field, before, after }) => `${spoken(field)} ${fromTo(before, after)}`).join(', ')}.`;

const spoken = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const plain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' ? value.length <= 80 : typeof value === 'number' || typeof value === 'boolean';

function fromTo(before: unknown, after: unknown): string {
  if (after === undefined) return 'was taken away';
  if (before === undefined) return plain(after) ? `is now ${quoted(String(after))}` : 'was set';
  return plain(before) && plain(after)
    ? `is now ${quoted(String(after))}, before ${quoted(String(before))}`
    : 'was changed';
}
