import { eventTypeOf } from '../../catalogue/event-types.js';
import { eventLabel } from '../../catalogue/labels.js';
import { text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const eventReasons = {
  'answer.happened': {
    en: (p) => `It happened: ${eventTypeOf(text(p['type']))?.label.toLowerCase() ?? 'the event came'}.`,
    de: (p) =>
      `Es ist geschehen: ${eventTypeOf(text(p['type'])) ? eventLabel(text(p['type']), 'de') : 'Das Ereignis kam'}.`,
  },
  'answer.timedOut': {
    en: () => 'It did not happen in time.',
    de: () => 'Es ist nicht rechtzeitig geschehen.',
  },
} as const satisfies ReasonMessages;
