import {
  applyOperation,
  findStep,
  freshStepId,
  pathsOf,
  same,
  triggerSchema,
  walk,
  type Definition,
  type Operation,
  type Step,
} from '@cueline/workflows';
import { touches, withConflict, type Conflict } from './conflict.js';
import { withRenamed, type Renames } from './renamed-ids.js';
import { fieldsWritten, valueIn, type WrittenField } from './written-field.js';

/** A step that was edited here and is gone from the draft, as this window had it. */
export interface LostStep {
  readonly step: Step;
}

/** Edits made on one state of the draft, as far as they fit another. */
export interface Rebased {
  readonly operations: readonly Operation[];
  readonly conflicts: readonly Conflict[];
  readonly lost: readonly LostStep[];
  readonly renames: Renames;
}

/**
 * Puts the edits of this window on top of what another has saved. Edits of different settings merge; the same setting written on both sides
 * becomes a conflict; edits of a step that is gone are lost and named.
 * @param from the draft that the edits were made on
 * @param inDoubt so many of the first edits were sent and not answered: the server may have them
 */
export function rebase(
  from: Definition,
  onto: Definition,
  edits: readonly Operation[],
  inDoubt = 0,
): Rebased {
  const arrived = inDoubt > 0 && same(applied(from, edits.slice(0, inDoubt)), onto);
  return arrived
    ? new Rebase(onto, onto).all(edits.slice(inDoubt), 0)
    : new Rebase(from, onto).all(edits, inDoubt);
}

const applied = (definition: Definition, edits: readonly Operation[]): Definition =>
  edits.reduce((before, edit) => {
    const after = applyOperation(before, edit);
    return after.ok ? after.definition : before;
  }, definition);

const has = ({ steps }: Definition, id: string): boolean => findStep(steps, id) !== undefined;
const idsIn = (step: Step): string[] => [...walk([step])].map((place) => place.step.id);

class Rebase {
  /** The draft as this window shows it. */
  #mine: Definition;
  /** The draft with the edits that fit. */
  #result: Definition;
  readonly #operations: Operation[] = [];
  #conflicts: readonly Conflict[] = [];
  readonly #lost = new Map<string, Step>();
  readonly #steps = new Map<string, string>();
  readonly #paths = new Map<string, string>();

  constructor(
    private readonly from: Definition,
    private readonly onto: Definition,
  ) {
    this.#mine = from;
    this.#result = onto;
  }

  all(edits: readonly Operation[], inDoubt: number): Rebased {
    edits.forEach((edit, i) => this.#one(edit, i < inDoubt));
    return {
      operations: this.#operations,
      conflicts: this.#conflicts,
      lost: [...this.#lost.values()].map((step) => ({ step })),
      renames: this.#renames(),
    };
  }

  #renames = (): Renames => ({ steps: this.#steps, paths: this.#paths });

  #one(edit: Operation, inDoubt: boolean): void {
    const fields = fieldsWritten(edit, this.#mine);
    const before = this.#mine;
    this.#mine = applied(this.#mine, [edit]);
    if (inDoubt && this.#arrived(edit)) return;
    this.#rename(edit);
    const operation = this.#onTop(edit, fields);
    const renamed = fields.map((field) => this.#renamed(field));
    const clashes = fields.some((field) => this.#clashes(field));
    if (clashes || this.#conflicts.some((conflict) => touches(conflict, renamed))) {
      this.#conflicts = withConflict(this.#conflicts, operation, renamed);
      return;
    }
    const done = applyNear(this.#result, operation);
    if (done) {
      this.#result = done.definition;
      this.#operations.push(done.operation);
    } else this.#lose(edit, before);
  }

  /** An edit whose answer got lost: what it adds is there, so it was carried out. */
  #arrived(edit: Operation): boolean {
    if (edit.type === 'insertStep') return idsIn(edit.step).every((id) => has(this.onto, id));
    if (edit.type === 'wrapInDecide') return has(this.onto, edit.decide.id);
    if (edit.type !== 'addPath') return false;
    const step = findStep(this.onto.steps, edit.stepId)?.step;
    return step !== undefined && pathsOf(step).some(({ id }) => id === edit.path.id);
  }

  /** What this window has added gets other ids where somebody else has taken the same. */
  #rename(edit: Operation): void {
    const added =
      edit.type === 'insertStep'
        ? [edit.step]
        : edit.type === 'wrapInDecide'
          ? [edit.decide]
          : edit.type === 'addPath'
            ? edit.path.steps
            : [];
    let taken = this.#result;
    for (const { step } of walk(added)) {
      if (!has(taken, this.#steps.get(step.id) ?? step.id)) continue;
      const id = freshStepId(taken, step.kind);
      this.#steps.set(step.id, id);
      taken = { ...taken, steps: [...taken.steps, { id, kind: 'end' }] };
    }
    if (edit.type !== 'addPath') return;
    const owner = findStep(this.#result.steps, this.#steps.get(edit.stepId) ?? edit.stepId)?.step;
    const present = new Set(owner ? pathsOf(owner).map(({ id }) => id) : []);
    if (!present.has(edit.path.id)) return;
    for (let n = present.size; ; n++)
      if (!present.has(`path-${n}`)) {
        this.#paths.set(`${edit.stepId}/${edit.path.id}`, `path-${n}`);
        return;
      }
  }

  #renamed(field: WrittenField): WrittenField {
    const { stepId, pathId } = field;
    if (stepId === undefined) return field;
    return {
      ...field,
      stepId: this.#steps.get(stepId) ?? stepId,
      ...(pathId !== undefined && { pathId: this.#paths.get(`${stepId}/${pathId}`) ?? pathId }),
    };
  }

  /** Of the trigger only what was changed here is written. */
  #onTop(edit: Operation, fields: readonly WrittenField[]): Operation {
    const operation = withRenamed(edit, this.#renames());
    if (operation.type !== 'setTrigger' || fields.some(({ key }) => key === 'trigger')) return operation;
    const theirs = this.#result.trigger;
    if (theirs.type !== operation.trigger.type) return operation;
    const changed = new Set(fields.map(({ key }) => key.slice('trigger.'.length)));
    const kept = Object.entries(theirs).filter(([key]) => !changed.has(key));
    const mine = Object.entries(operation.trigger).filter(([key]) => changed.has(key));
    const merged = triggerSchema.safeParse(Object.fromEntries([...kept, ...mine]));
    return merged.success ? { ...operation, trigger: merged.data } : operation;
  }

  /** Both sides have written the field, and not the same. */
  #clashes(field: WrittenField): boolean {
    const { stepId } = field;
    if (stepId !== undefined) {
      const own = !has(this.from, stepId) || this.#steps.has(stepId);
      if (own || !has(this.onto, stepId)) return false;
    } else if (field.key.startsWith('trigger') && this.from.trigger.type !== this.onto.trigger.type)
      return true;
    const theirs = valueIn(this.onto, field);
    return !same(valueIn(this.from, field), theirs) && !same(theirs, valueIn(this.#mine, field));
  }

  #lose(edit: Operation, before: Definition): void {
    switch (edit.type) {
      // It is gone already, as was wanted.
      case 'removeStep':
      case 'removePath':
        return;
      case 'insertStep':
        return void this.#lost.set(edit.step.id, edit.step);
      case 'setTrigger':
      case 'setExitOn':
        return;
      default: {
        const own = [...this.#lost.values()].find((step) => idsIn(step).includes(edit.stepId));
        const id = own?.id ?? edit.stepId;
        const step = findStep(this.#mine.steps, id)?.step ?? findStep(before.steps, id)?.step;
        if (step) this.#lost.set(id, step);
      }
    }
  }
}

/** Applies an edit; one whose place is further than the sequence is long goes to its end. */
function applyNear(definition: Definition, operation: Operation) {
  const result = applyOperation(definition, operation);
  if (result.ok) return { definition: result.definition, operation };
  if (result.refusal !== 'noSuchPlace') return undefined;
  for (let near = closer(operation); near; near = closer(near)) {
    const again = applyOperation(definition, near);
    if (again.ok) return { definition: again.definition, operation: near };
  }
  return undefined;
}

function closer(operation: Operation): Operation | undefined {
  switch (operation.type) {
    case 'insertStep': {
      const { slot } = operation;
      return slot.index > 0 ? { ...operation, slot: { ...slot, index: slot.index - 1 } } : undefined;
    }
    case 'moveStep': {
      const { to } = operation;
      return to.index > 0 ? { ...operation, to: { ...to, index: to.index - 1 } } : undefined;
    }
    case 'addPath':
    case 'movePath':
      return operation.index > 0 ? { ...operation, index: operation.index - 1 } : undefined;
    default:
      return undefined;
  }
}
