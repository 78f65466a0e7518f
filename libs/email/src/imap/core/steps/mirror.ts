import type { Folder } from '../folders/folder.js';
import { noUids } from '../uid-set.js';
import type { WriteOf } from '../write.js';

type Changes = Partial<
  Pick<WriteOf<'mirror'>, 'placed' | 'flags' | 'gone' | 'unreadable' | 'cursor' | 'facts'>
>;

/** A write to the mirror of a folder, as far as it changes something. */
export const mirror = ({ id, uidValidity }: Folder, changes: Changes): WriteOf<'mirror'> => ({
  write: 'mirror',
  folder: id,
  uidValidity: uidValidity!,
  placed: [],
  flags: [],
  gone: noUids,
  unreadable: noUids,
  cursor: {},
  facts: [],
  ...changes,
});
