import { noUids } from '../uid-set.js';
import type { ChangedMails, WriteOf } from '../write.js';
import type { Change, Command, CommandChange } from './command.js';

export const changed = (command: Command, change: Change): CommandChange => ({ id: command.id, ...change });

/** A write of what has come of commands. */
export const settled = (
  changes: readonly CommandChange[],
  mirror: (Pick<ChangedMails, 'folder' | 'uidValidity'> & Partial<ChangedMails>) | null = null,
  sentCopy: WriteOf<'commands'>['sentCopy'] = null,
): WriteOf<'commands'> => ({
  write: 'commands',
  facts: [],
  changes,
  mirror: mirror && { flags: [], gone: noUids, placed: null, ...mirror },
  sentCopy,
});
