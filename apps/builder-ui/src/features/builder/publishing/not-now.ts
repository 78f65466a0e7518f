import type { Saving } from '../draft/draft-state.js';
import type { Workflow } from '../use-draft.js';

/** Why nothing can be published now; what is published is what the server has. */
export const notNow: Readonly<Record<Saving, string | undefined>> = {
  saved: undefined,
  saving: 'Saving first…',
  offline: 'You’re offline',
  busy: 'Cueline is busy. Saving first…',
  signedOut: 'You’ve been signed out',
  refused: 'Your last changes are not saved',
  conflict: 'Choose between your text and theirs first',
};

/** Publishing would make a version that says what the live one says. */
export const unchanged = ({
  changed,
  publishedVersion,
}: Pick<Workflow, 'changed' | 'publishedVersion'>): string | undefined =>
  changed || publishedVersion === null ? undefined : `Nothing has changed since version ${publishedVersion}`;
