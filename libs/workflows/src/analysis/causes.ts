import type { EventType } from '../catalogue/event-types.js';
import type { Definition } from '../definition/definition.js';
import { pathsOf, type Step, type StepOf } from '../definition/step.js';
import { walk } from '../definition/walk.js';
import { entryOf } from '../kinds/entry.js';

type Known = Readonly<Record<string, string>>;

interface CauseBase {
  readonly stepId: string;
  /** JSON pointer to the setting that makes it happen. */
  readonly path: string;
  /** Every run comes to the step: nothing before it chooses or may end the run. */
  readonly always: boolean;
  /** Something is waited for before it. */
  readonly waits: boolean;
  /** The paths that it lies on, from the outermost. */
  readonly within: readonly Within[];
}

/** A path of a step, of which a run takes one. */
export interface Within {
  /** JSON pointer to the step. */
  readonly step: string;
  readonly path: number;
  /** Nothing that follows the step is come to by it. */
  readonly ends: boolean;
}

/** What a step makes happen that may start a workflow. Answers of people to its mails are theirs, not the step's. */
export type Cause = CauseBase &
  (
    | { readonly type: 'start'; readonly workflow: string }
    | {
        readonly type: 'event';
        readonly event: EventType;
        /** The event is about a record that did not exist before. */
        readonly fresh: boolean;
        /** Facts that are surely so with the event, by path. */
        readonly known: Known;
        /** The field whose change the event reports; it is none when the field stands so already. */
        readonly field?: string;
      }
  );

type Found =
  | Omit<Extract<Cause, { type: 'start' }>, keyof CauseBase>
  | Omit<Extract<Cause, { type: 'event' }>, keyof CauseBase>;

/** What the steps of a definition make happen, in reading order. */
export function causesOf({ steps }: Pick<Definition, 'steps'>): Cause[] {
  let waits = false;
  let mayHaveEnded = false;
  const paths = new Map<string, readonly Within[]>([['/steps', []]]);
  return [...walk(steps)].flatMap(({ step, pointer, depth }): Cause[] => {
    const within = paths.get(pointer.slice(0, pointer.lastIndexOf('/')))!;
    for (const [path, { steps: inner }] of pathsOf(step).entries())
      paths.set(`${pointer}/paths/${path}/steps`, [...within, { step: pointer, path, ends: ends(inner) }]);
    const before = { waits, always: depth === 0 && !mayHaveEnded };
    // In reading order all that lies below a step comes before what follows it.
    waits ||= entryOf[step.kind] === 'schedule' || ('approval' in step && !!step.approval);
    mayHaveEnded ||= step.kind === 'end' || (step.kind === 'wait' && step.until?.ifPast === 'end');
    return ofStep(step).map(({ at, ...found }) => ({
      ...found,
      ...before,
      within,
      stepId: step.id,
      path: `${pointer}${at}`,
    }));
  });
}

/** Whether a run that takes these steps surely ends with them. */
const ends = (steps: readonly Step[]): boolean =>
  steps.some((step) => {
    const paths = pathsOf(step);
    return step.kind === 'end' || (paths.length > 0 && paths.every((path) => ends(path.steps)));
  });

function ofStep(step: Step): (Found & { readonly at: string })[] {
  switch (step.kind) {
    case 'startWorkflow':
      return step.workflow === null ? [] : [{ type: 'start', workflow: step.workflow, at: '/workflow' }];
    case 'createTask':
      return assigned(step);
    case 'updateRecord':
      return step.set.flatMap((_, i) => becomes(step, i));
    default:
      return [];
  }
}

const isLiteral = (text: string) => !text.includes('{{') && !text.includes('{%');

function assigned({ title, assignee }: StepOf<'createTask'>): (Found & { readonly at: string })[] {
  if (assignee.role === 'owner') return [];
  const known: Known = isLiteral(title) ? { 'task.title': title.trim() } : {};
  return [{ type: 'event', event: 'task.assigned', fresh: true, known, at: '/assignee' }];
}

/** The statuses that can be left again: what happens once in a record's life starts nothing a second time. */
const comesBack: Readonly<Record<string, (to: string) => EventType | undefined>> = {
  'booking.status': (to) =>
    to === 'confirmed' ? 'booking.confirmed' : to === 'completed' ? 'booking.completed' : undefined,
  'project.stage': () => 'project.stage_changed',
};

function becomes({ record, set }: StepOf<'updateRecord'>, i: number): (Found & { readonly at: string })[] {
  const { field: key, op, value } = set[i]!;
  const field = `${record}.${key}`;
  const event = op === 'set' && Object.hasOwn(comesBack, field) ? comesBack[field]!(value) : undefined;
  if (!event) return [];
  const known: Known = isLiteral(value) ? { [field]: value.trim() } : {};
  return [{ type: 'event', event, fresh: false, known, field, at: `/set/${i}/value` }];
}
