import { eventTypeOf } from '../../catalogue/event-types.js';
import { text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const eventReasons = {
  'answer.happened': (p) =>
    `It happened: ${eventTypeOf(text(p['type']))?.label.toLowerCase() ?? 'the event came'}.`,
  'answer.timedOut': () => 'It did not happen in time.',
} as const satisfies ReasonMessages;
