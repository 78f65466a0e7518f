import type { Saving } from '../draft/draft-state.js';

/** Why nothing can be published now; what is published is what the server has. */
export const notNow: Readonly<Record<Saving, string | undefined>> = {
  saved: undefined,
  saving: 'Saving first…',
  offline: 'You’re offline',
  signedOut: 'You’ve been signed out',
  refused: 'Your last changes are not saved',
  conflict: 'Choose between your text and theirs first',
};
