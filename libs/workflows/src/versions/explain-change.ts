import { describeStep, describeTrigger, eventWords } from '../analysis/summary.js';
import { conditionWords } from '../conditions/words.js';
import { comparisonsOf, type Condition } from '../conditions/condition.js';
import type { Definition } from '../definition/definition.js';
import { pathsOf, type Path, type Step } from '../kinds/step.js';
import { OTHERWISE } from '../kinds/step-base.js';
import { findStep, walk } from '../definition/walk.js';
import type { SummaryWords } from '../kinds/kind.js';
import { kinds } from '../kinds/registry.js';
import { sequenceAt } from '../operations/edit-tree.js';
import type { Slot } from '../operations/operation.js';
import type { Change, FieldChange } from './change.js';

/** What the sentences are told from: the two definitions that were compared, and the names of templates. */
export interface Compared {
  readonly before: Definition;
  readonly after: Definition;
  readonly words: SummaryWords;
}

type Of<Type extends Change['type']> = Extract<Change, { type: Type }>;

/** One change in an owner's words: "“Wait 1 day” is now “Wait 3 days”." */
export function explainChange(change: Change, compared: Compared): string {
  const { before, after, words } = compared;
  const was = (id: string) => titleIn(before, id, words);
  const is = (id: string) => titleIn(after, id, words);
  switch (change.type) {
    case 'triggerChanged':
      return triggerWords(change, compared);
    case 'exitOnChanged':
      return exitWords(change);
    case 'stepAdded':
      return `Added ${is(change.stepId)} ${placeWords(after, change.to, words)}.`;
    case 'stepRemoved':
      return `Removed ${was(change.stepId)}.`;
    case 'stepMoved':
      return `Moved ${is(change.stepId)} ${placeWords(after, change.to, words)}.`;
    case 'stepChanged':
      return stepWords(change, compared);
    case 'pathAdded': {
      const path = pathIn(after, change);
      const when = path.when ? `, taken ${whenWords(path.when)}` : '';
      return `Added the path ${pathTitle(path)} to ${is(change.stepId)}${when}.`;
    }
    case 'pathRemoved':
      return `Removed the path ${pathTitle(pathIn(before, change))} of ${is(change.stepId)}.`;
    case 'pathMoved':
      return `The path ${pathTitle(pathIn(after, change))} of ${is(change.stepId)} is looked at in another order.`;
    case 'pathChanged':
      return pathWords(change, compared);
  }
}

const quoted = (text: string) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** The owner's name for a step, or what it does. */
export const titleOf = (step: Step, words: SummaryWords): string =>
  quoted(step.name || describeStep(step, words));
const titleIn = ({ steps }: Definition, id: string, words: SummaryWords): string => {
  const step = findStep(steps, id)?.step;
  return step ? titleOf(step, words) : quoted(id);
};

const pathTitle = ({ id, name }: Path): string => quoted(name || (id === OTHERWISE ? 'Otherwise' : id));
/** A draft may hold an id twice: then any step of that id that has the path. */
const pathIn = ({ steps }: Definition, { stepId, pathId }: { stepId: string; pathId: string }): Path =>
  [...walk(steps)]
    .flatMap(({ step }) => (step.id === stepId ? pathsOf(step) : []))
    .find(({ id }) => id === pathId) ?? { id: pathId, steps: [] };

function placeWords(definition: Definition, { parent, index }: Slot, words: SummaryWords): string {
  const previous = index > 0 ? sequenceAt(definition.steps, parent)?.[index - 1] : undefined;
  if (previous) return `after ${titleOf(previous, words)}`;
  const path = parent && pathIn(definition, parent);
  return path
    ? `as the first step on the path ${pathTitle(path)} of ${titleIn(definition, parent.stepId, words)}`
    : 'as the first step';
}

function triggerWords({ fields }: Of<'triggerChanged'>, { before, after }: Compared): string {
  const [was, is] = [describeTrigger(before.trigger), describeTrigger(after.trigger)];
  const sentences = was === is ? [] : [`Starts: ${is}. Before: ${was}.`];
  const brands = fields.find(({ field }) => field === 'brands');
  if (brands)
    sentences.push(`It now applies to ${brandWords(brands.after)}, before to ${brandWords(brands.before)}.`);
  return sentences.length > 0 ? sentences.join(' ') : fieldsWords('The start', fields);
}

const brandWords = (brands: unknown): string =>
  Array.isArray(brands) ? `${brands.length} ${brands.length === 1 ? 'brand' : 'brands'}` : 'all brands';

function exitWords({ added, removed }: Of<'exitOnChanged'>): string {
  const list = (rules: typeof added) => rules.map(({ event }) => eventWords(event)).join(' or ');
  const sentences = [
    ...(added.length > 0 ? [`It now also ends early when ${list(added)}.`] : []),
    ...(removed.length > 0 ? [`It no longer ends early when ${list(removed)}.`] : []),
  ];
  return sentences.join(' ') || 'What ends it early stands in another order.';
}

function stepWords({ stepId, fields }: Of<'stepChanged'>, { before, after, words }: Compared): string {
  const [was, is] = [findStep(before.steps, stepId)?.step, findStep(after.steps, stepId)?.step];
  if (!was || !is) return fieldsWords(quoted(stepId), fields);
  if (was.kind !== is.kind)
    return `${titleOf(was, words)} became another kind of step: ${kinds[is.kind].label}, ${titleOf(is, words)}.`;
  const sentences: string[] = [];
  const [did, does] = [describeStep(was, words), describeStep(is, words)];
  if (did !== does) sentences.push(`${quoted(did)} is now ${quoted(does)}.`);
  // An empty name is none.
  if ((was.name || '') !== (is.name || ''))
    sentences.push(
      is.name
        ? `${titleOf(was, words)} is now called ${quoted(is.name)}.`
        : `${quoted(was.name!)} has no name any more.`,
    );
  const rest = fields.filter(({ field }) => field !== 'name');
  if (did === does && rest.length > 0) sentences.push(fieldsWords(titleOf(is, words), rest));
  return sentences.join(' ') || fieldsWords(titleOf(is, words), fields);
}

function pathWords(
  { stepId, pathId, fields }: Of<'pathChanged'>,
  { before, after, words }: Compared,
): string {
  const [was, is] = [pathIn(before, { stepId, pathId }), pathIn(after, { stepId, pathId })];
  const of = titleIn(after, stepId, words);
  const sentences: string[] = [];
  if (was.name !== is.name)
    sentences.push(`The path ${pathTitle(was)} of ${of} is now called ${pathTitle(is)}.`);
  if (fields.some(({ field }) => field === 'when'))
    sentences.push(
      `The path ${pathTitle(is)} of ${of} is now taken ${whenWords(is.when)}, before ${whenWords(was.when)}.`,
    );
  return sentences.join(' ') || fieldsWords(`The path ${pathTitle(is)}`, fields);
}

/** A group without comparisons is what an owner has not filled in yet. */
const whenWords = (when: Condition | undefined): string =>
  when && comparisonsOf(when).length > 0 ? `when ${conditionWords(when)}` : 'without a condition';

/** Settings that the summary does not speak of. */
const fieldsWords = (of: string, fields: readonly FieldChange[]): string =>
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
