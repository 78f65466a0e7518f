import { text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const startReasons = {
  'start.requested': {
    real: (p) => `Asked for a run of “${text(p['name'])}”.`,
    rehearsed: (p) => (p['name'] ? `Would start “${text(p['name'])}”.` : 'Would start the other workflow.'),
  },
  'start.workflowMissing': () => 'The workflow does not exist any more.',
} as const satisfies ReasonMessages;
