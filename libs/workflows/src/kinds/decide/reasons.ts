import type { ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const decideReasons = {
  'decide.matched': () => 'A path’s condition holds.',
  'decide.otherwise': () => 'No path’s condition holds.',
  'decide.nothing': () => 'No path fits.',
} as const satisfies ReasonMessages;
