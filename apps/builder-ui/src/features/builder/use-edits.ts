import {
  duplicateOperation,
  findStep,
  freshStepId,
  kinds,
  walk,
  type Operation,
  type Slot,
  type StepKind,
} from '@cueline/workflows';
import { useMemo } from 'react';
import type { DraftStore } from './draft/draft-store.js';
import { offerUndo } from './offer-undo.js';
import type { Workflow } from './use-draft.js';

export interface Edits {
  /** @param typing one keystroke of many in a field */
  readonly edit: (operation: Operation, typing?: boolean) => boolean;
  readonly insert: (slot: Slot, kind: StepKind) => void;
  readonly remove: (stepId: string) => void;
  readonly duplicate: (stepId: string) => void;
}

/** What the builder's buttons do: each a named edit of the draft. */
export function useEdits(store: DraftStore<Workflow>, select: (stepId: string | undefined) => void): Edits {
  return useMemo(() => {
    const present = () => store.view().definition;
    return {
      edit: (operation, typing) => store.edit(operation, typing),
      insert: (slot, kind) => {
        const stepId = freshStepId(present(), kind);
        if (store.edit({ type: 'insertStep', slot, step: kinds[kind].defaults(stepId) })) select(stepId);
      },
      remove: (stepId) => {
        const step = findStep(present().steps, stepId)?.step;
        if (!step) return;
        const below = [...walk([step])].length - 1;
        select(undefined);
        if (store.edit({ type: 'removeStep', stepId })) offerUndo(below, () => store.undo());
      },
      duplicate: (stepId) => {
        const operation = duplicateOperation(present(), stepId);
        if (operation?.type === 'insertStep' && store.edit(operation)) select(operation.step.id);
      },
    };
  }, [store, select]);
}
