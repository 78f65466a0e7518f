import { applyOperation, type Definition, type Operation, type Refusal } from '@cueline/workflows';

interface Request {
  readonly definition: Definition;
  readonly operations: readonly Operation[];
}

export type Edited =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly at: number; readonly refusal: Refusal };

/** All of the edits, one after the other, or the first that does not fit. */
export function editDefinition({ definition, operations }: Request): Edited {
  let edited = definition;
  for (const [at, operation] of operations.entries()) {
    const applied = applyOperation(edited, operation);
    if (!applied.ok) return { ok: false, at, refusal: applied.refusal };
    edited = applied.definition;
  }
  return { ok: true, definition: edited };
}
