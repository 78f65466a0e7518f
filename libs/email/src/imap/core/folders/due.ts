import type { FolderId, Moment } from '../ids.js';
import { timing } from '../timing.js';
import type { Folder, ListedFolder } from './folder.js';
import type { FolderRole } from './role.js';

const order: readonly (FolderRole | null)[] = [
  'inbox',
  'sent',
  'drafts',
  'archive',
  'trash',
  null,
  'all',
  'junk',
];

/** The folders whose mail matters first, first. */
export const byImportance = (folders: readonly Folder[]): Folder[] =>
  [...folders].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));

/** The folders whose mirror may differ from what LIST has said of them. */
export function dueFolders(
  folders: readonly Folder[],
  listed: readonly ListedFolder[],
  now: Moment,
): FolderId[] {
  const byPath = new Map(listed.map((one) => [one.path, one]));
  return byImportance(folders)
    .filter((folder) => folder.isSynced && isDue(folder, byPath.get(folder.path), now))
    .map(({ id }) => id);
}

function isDue(folder: Folder, listed: ListedFolder | undefined, now: Moment): boolean {
  if (!listed?.canBeOpened) return false;
  const { status } = listed;
  if (!status) return true;
  return (
    status.uidValidity !== folder.uidValidity ||
    status.uidNext !== folder.uidNext ||
    status.exists !== folder.count ||
    // Without it only the flags themselves tell that they have changed.
    status.modSeq === undefined ||
    status.modSeq !== folder.modSeq ||
    folder.comparedAt === null ||
    now - folder.comparedAt >= timing.compare
  );
}
