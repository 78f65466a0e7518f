import type { ExitRule } from '../trigger/trigger.js';
import type { StepKind } from '../kinds/step.js';
import type { Slot } from '../operations/operation.js';

/** A setting that differs; `undefined` where the one side does not have it. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One difference between two definitions, in terms of what an owner sees: the start, the ends, steps and paths. */
export type Change =
  | { readonly type: 'triggerChanged'; readonly fields: readonly FieldChange[] }
  | {
      readonly type: 'exitOnChanged';
      readonly added: readonly ExitRule[];
      readonly removed: readonly ExitRule[];
    }
  | { readonly type: 'stepAdded'; readonly stepId: string; readonly kind: StepKind; readonly to: Slot }
  | { readonly type: 'stepRemoved'; readonly stepId: string; readonly kind: StepKind; readonly from: Slot }
  | { readonly type: 'stepMoved'; readonly stepId: string; readonly from: Slot; readonly to: Slot }
  /** `fields` of the step itself: its paths and what hangs below them are changes of their own. */
  | { readonly type: 'stepChanged'; readonly stepId: string; readonly fields: readonly FieldChange[] }
  | {
      readonly type: 'pathAdded' | 'pathRemoved' | 'pathMoved';
      readonly stepId: string;
      readonly pathId: string;
    }
  | {
      readonly type: 'pathChanged';
      readonly stepId: string;
      readonly pathId: string;
      readonly fields: readonly FieldChange[];
    };
