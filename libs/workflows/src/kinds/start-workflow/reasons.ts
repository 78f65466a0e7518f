import { text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const startReasons = {
  'start.requested': {
    real: {
      en: (p) => `Asked for a run of “${text(p['name'])}”.`,
      de: (p) => `Ein Durchlauf von „${text(p['name'])}“ ist angefordert.`,
    },
    rehearsed: {
      en: (p) => (p['name'] ? `Would start “${text(p['name'])}”.` : 'Would start the other workflow.'),
      de: (p) => (p['name'] ? `Würde „${text(p['name'])}“ starten.` : 'Würde den anderen Ablauf starten.'),
    },
  },
  'start.workflowMissing': {
    en: () => 'The workflow does not exist any more.',
    de: () => 'Den Ablauf gibt es nicht mehr.',
  },
} as const satisfies ReasonMessages;
