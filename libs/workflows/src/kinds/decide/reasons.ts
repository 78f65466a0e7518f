import type { ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const decideReasons = {
  'decide.matched': {
    en: () => 'A path’s condition holds.',
    de: () => 'Die Bedingung eines Weges trifft zu.',
  },
  'decide.otherwise': {
    en: () => 'No path’s condition holds.',
    de: () => 'Keine Bedingung eines Weges trifft zu.',
  },
  'decide.nothing': { en: () => 'No path fits.', de: () => 'Kein Weg passt.' },
} as const satisfies ReasonMessages;
