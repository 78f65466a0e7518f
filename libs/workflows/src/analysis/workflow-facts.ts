import type { Definition } from '../definition/definition.js';
import { eventOf } from '../trigger/trigger.js';
import type { WorkflowFacts } from '../kinds/check-context.js';
import { causesOf } from './causes.js';

/** What the checks of other workflows ask about one, by its published definition. */
export const workflowFactsOf = (
  { name, state }: Pick<WorkflowFacts, 'name' | 'state'>,
  { trigger, steps }: Pick<Definition, 'trigger' | 'steps'>,
): WorkflowFacts => ({ name, state, event: eventOf(trigger), trigger, causes: causesOf({ steps }) });
