import {
  advance,
  initialState,
  type Command,
  type EffectResult,
  type Input,
  type Plan,
  type RunState,
} from './index.js';

export const NOW = '2027-01-01T00:00:00.000Z';
type UntimedInput = Input extends infer One ? (One extends Input ? Omit<One, 'now'> : never) : never;

/** Feeds inputs one after the other, each at `NOW`, through states that have been JSON in between. */
export function drive(plan: Plan) {
  let state: RunState = initialState();
  const give = (untimed: UntimedInput): readonly Command[] => {
    const input = { now: NOW, ...untimed } as Input;
    const step = advance(plan, JSON.parse(JSON.stringify(state)) as RunState, input);
    state = step.state;
    return step.commands;
  };
  return {
    give,
    state: () => state,
    performed: (stepId: string, result: EffectResult, visit = 1) =>
      give({ type: 'performed', stepId, visit, result }),
  };
}
