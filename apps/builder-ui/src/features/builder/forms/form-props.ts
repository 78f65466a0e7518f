import type { EventType, Step } from '@cueline/workflows';
import type { Edits } from '../use-edits.js';

export interface FormProps<S extends Step = Step> {
  readonly step: S;
  /** The step's place in the definition: a JSON pointer. Its fields stand below it. */
  readonly at: string;
  readonly event: EventType;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  readonly edit: Edits['edit'];
}

/** A change of a step's own settings; `undefined` takes a setting away. */
export function settings<S extends Step>({ step, edit }: Pick<FormProps<S>, 'step' | 'edit'>) {
  return (values: Partial<S>, typing = false) => {
    const set = Object.entries(values).filter(([, value]) => value !== undefined);
    const unset = Object.keys(values).filter((key) => values[key as keyof S] === undefined);
    return edit({ type: 'updateStep', stepId: step.id, set: Object.fromEntries(set), unset }, typing);
  };
}
