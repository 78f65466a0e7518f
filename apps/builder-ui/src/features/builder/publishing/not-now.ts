import type { Saving } from '../draft/draft-state.js';
import type { Workflow } from '../use-draft.js';
import { m } from './messages.js';

/** Why nothing can be published now; what is published is what the server has. */
export const notNow: Readonly<Record<Saving, string | undefined>> = {
  saved: undefined,
  saving: m.savingFirst,
  offline: m.offline,
  busy: m.busySaving,
  signedOut: m.signedOut,
  refused: m.notSaved,
  conflict: m.chooseFirst,
};

/** Publishing would make a version that says what the live one says. */
export const unchanged = ({
  changed,
  publishedVersion,
}: Pick<Workflow, 'changed' | 'publishedVersion'>): string | undefined =>
  changed || publishedVersion === null ? undefined : m.unchanged(publishedVersion);
