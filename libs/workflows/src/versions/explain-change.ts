import { describeStep, describeTrigger } from '../analysis/summary.js';
import { eventClause } from '../catalogue/labels.js';
import { describeCondition } from '../conditions/describe.js';
import { comparisonsOf, type Condition } from '../conditions/condition.js';
import type { Definition } from '../definition/definition.js';
import { pathsOf, type Path, type Step } from '../kinds/step.js';
import { OTHERWISE } from '../kinds/step-base.js';
import { findStep, walk } from '../definition/walk.js';
import type { SummaryLabels } from '../kinds/kind.js';
import { kinds } from '../kinds/registry.js';
import type { Language } from '../language/language.js';
import { sequenceAt } from '../operations/edit-tree.js';
import type { Slot } from '../operations/operation.js';
import type { Change, FieldChange } from './change.js';
import { changePhrases, type ChangePhrases } from './change-phrases.js';

/** What the sentences are made from: the two definitions that were compared, and the names of templates. */
export interface Compared {
  readonly before: Definition;
  readonly after: Definition;
  readonly labels: SummaryLabels;
  readonly language: Language;
}
type Spoken = Compared & { readonly say: ChangePhrases };

type Of<Type extends Change['type']> = Extract<Change, { type: Type }>;

/** One change for an owner: "“Wait 1 day” is now “Wait 3 days”." */
export function explainChange(change: Change, compared: Compared): string {
  const { before, after, labels, language } = compared;
  const say = changePhrases[language];
  const spoken = { ...compared, say };
  const was = (id: string) => titleIn(before, id, labels, language);
  const is = (id: string) => titleIn(after, id, labels, language);
  switch (change.type) {
    case 'triggerChanged':
      return describeTriggerChange(change, spoken);
    case 'exitOnChanged':
      return describeExits(change, spoken);
    case 'stepAdded':
      return say.stepAdded(is(change.stepId), describePlace(change.to, spoken));
    case 'stepRemoved':
      return say.stepRemoved(was(change.stepId));
    case 'stepMoved':
      return say.stepMoved(is(change.stepId), describePlace(change.to, spoken));
    case 'stepChanged':
      return describeStepChange(change, spoken);
    case 'pathAdded': {
      const path = pathIn(after, change);
      return say.pathAdded(
        pathTitle(path, say),
        is(change.stepId),
        path.when && describeWhen(path.when, spoken),
      );
    }
    case 'pathRemoved':
      return say.pathRemoved(pathTitle(pathIn(before, change), say), is(change.stepId));
    case 'pathMoved':
      return say.pathMoved(pathTitle(pathIn(after, change), say), is(change.stepId));
    case 'pathChanged':
      return describePath(change, spoken);
  }
}

/** The owner's name for a step, or what it does. */
export const titleOf = (step: Step, labels: SummaryLabels, language: Language): string =>
  changePhrases[language].quoted(step.name || describeStep(step, labels, language));
const titleIn = ({ steps }: Definition, id: string, labels: SummaryLabels, language: Language): string => {
  const step = findStep(steps, id)?.step;
  return step ? titleOf(step, labels, language) : changePhrases[language].quoted(id);
};

const pathTitle = ({ id, name }: Path, say: ChangePhrases): string =>
  say.quoted(name || (id === OTHERWISE ? say.otherwise : id));
/** A draft may hold an id twice: then any step of that id that has the path. */
const pathIn = ({ steps }: Definition, { stepId, pathId }: { stepId: string; pathId: string }): Path =>
  [...walk(steps)]
    .flatMap(({ step }) => (step.id === stepId ? pathsOf(step) : []))
    .find(({ id }) => id === pathId) ?? { id: pathId, steps: [] };

function describePlace({ parent, index }: Slot, { after, labels, language, say }: Spoken): string {
  const previous = index > 0 ? sequenceAt(after.steps, parent)?.[index - 1] : undefined;
  if (previous) return say.after(titleOf(previous, labels, language));
  const path = parent && pathIn(after, parent);
  return path
    ? say.firstOnPath(pathTitle(path, say), titleIn(after, parent.stepId, labels, language))
    : say.first;
}

function describeTriggerChange({ fields }: Of<'triggerChanged'>, spoken: Spoken): string {
  const { before, after, language, say } = spoken;
  const [was, is] = [describeTrigger(before.trigger, language), describeTrigger(after.trigger, language)];
  const sentences = was === is ? [] : [say.starts(is, was)];
  const brands = fields.find(({ field }) => field === 'brands');
  if (brands)
    sentences.push(say.brands(describeBrands(brands.after, say), describeBrands(brands.before, say)));
  return sentences.length > 0 ? sentences.join(' ') : describeFields(say.theStart, fields, say);
}

const describeBrands = (brands: unknown, say: ChangePhrases): string =>
  Array.isArray(brands) ? say.brandCount(brands.length) : say.allBrands;

function describeExits({ added, removed }: Of<'exitOnChanged'>, { language, say }: Spoken): string {
  const list = (rules: typeof added) => rules.map(({ event }) => eventClause(event, language)).join(say.or);
  const sentences = [
    ...(added.length > 0 ? [say.endsEarlyToo(list(added))] : []),
    ...(removed.length > 0 ? [say.endsEarlyNoMore(list(removed))] : []),
  ];
  return sentences.join(' ') || say.endsEarlyOtherOrder;
}

function describeStepChange({ stepId, fields }: Of<'stepChanged'>, spoken: Spoken): string {
  const { before, after, labels, language, say } = spoken;
  const [was, is] = [findStep(before.steps, stepId)?.step, findStep(after.steps, stepId)?.step];
  if (!was || !is) return describeFields(say.quoted(stepId), fields, say);
  const title = (step: Step) => titleOf(step, labels, language);
  if (was.kind !== is.kind) return say.otherKind(title(was), kinds[is.kind].label[language], title(is));
  const sentences: string[] = [];
  const [did, does] = [describeStep(was, labels, language), describeStep(is, labels, language)];
  if (did !== does) sentences.push(say.isNow(say.quoted(did), say.quoted(does)));
  // An empty name is none.
  if ((was.name || '') !== (is.name || ''))
    sentences.push(
      is.name ? say.isCalled(title(was), say.quoted(is.name)) : say.hasNoName(say.quoted(was.name!)),
    );
  const rest = fields.filter(({ field }) => field !== 'name');
  if (did === does && rest.length > 0) sentences.push(describeFields(title(is), rest, say));
  return sentences.join(' ') || describeFields(title(is), fields, say);
}

function describePath({ stepId, pathId, fields }: Of<'pathChanged'>, spoken: Spoken): string {
  const { before, after, labels, language, say } = spoken;
  const [was, is] = [pathIn(before, { stepId, pathId }), pathIn(after, { stepId, pathId })];
  const of = titleIn(after, stepId, labels, language);
  const sentences: string[] = [];
  if (was.name !== is.name) sentences.push(say.pathIsCalled(pathTitle(was, say), of, pathTitle(is, say)));
  if (fields.some(({ field }) => field === 'when'))
    sentences.push(
      say.pathIsTaken(pathTitle(is, say), of, describeWhen(is.when, spoken), describeWhen(was.when, spoken)),
    );
  return sentences.join(' ') || describeFields(say.thePath(pathTitle(is, say)), fields, say);
}

/** A group without comparisons is what an owner has not filled in yet. */
const describeWhen = (when: Condition | undefined, { language, say }: Spoken): string =>
  when && comparisonsOf(when).length > 0 ? say.when(describeCondition(when, language)) : say.withoutCondition;

/** Settings that the summary does not speak of. */
const describeFields = (of: string, fields: readonly FieldChange[], say: ChangePhrases): string =>
  `${of}: ${fields.map(({ field, before, after }) => say.field(spelled(field), fromTo(before, after, say))).join(', ')}.`;

const spelled = (field: string): string => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const plain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' ? value.length <= 80 : typeof value === 'number' || typeof value === 'boolean';

function fromTo(before: unknown, after: unknown, say: ChangePhrases): string {
  if (after === undefined) return say.takenAway;
  if (before === undefined) return plain(after) ? say.setTo(say.quoted(String(after))) : say.set;
  return plain(before) && plain(after)
    ? say.changedTo(say.quoted(String(after)), say.quoted(String(before)))
    : say.changed;
}
