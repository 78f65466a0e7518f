import type { Fact, FoundFolder, WriteOf } from '../write.js';
import type { Folder, ListedFolder } from './folder.js';
import { rolesOf, type FolderRole } from './role.js';

/** What a new folder is worth by itself; others are synced when the owner chooses them. */
const syncedRoles: ReadonlySet<FolderRole> = new Set(['inbox', 'sent', 'drafts', 'archive', 'trash']);

/** What LIST says, against what is stored. A folder that is not listed is gone, and so are its placements. */
export function reconcile(
  stored: readonly Folder[],
  listed: readonly ListedFolder[],
  syncs: 'all' | 'roles',
): WriteOf<'folders'> {
  const nothing = { write: 'folders', found: [], kept: [], gone: [], facts: [] } as const;
  // INBOX is always there (RFC 9051, section 5.1): a list without it is not the list.
  if (!listed.some(({ path }) => path.toUpperCase() === 'INBOX')) return nothing;
  const roles = rolesOf(listed);
  const matches = matched(stored, listed);
  const kept: WriteOf<'folders'>['kept'][number][] = [];
  const facts: Fact[] = [];
  for (const [folder, { path, status }] of matches) {
    kept.push({
      id: folder.id,
      path,
      role: roles.get(path) ?? null,
      objectId: status?.objectId ?? folder.objectId,
    });
    if (path !== folder.path) facts.push({ fact: 'folderRenamed', from: folder.path, to: path });
  }
  const taken = new Set([...matches.values()].map(({ path }) => path));
  const found: FoundFolder[] = listed
    .filter(({ path }) => !taken.has(path))
    .map((one) => {
      const role = roles.get(one.path) ?? null;
      return {
        ...one,
        role,
        isSynced: one.canBeOpened && (syncs === 'all' || syncedRoles.has(role ?? 'all')),
      };
    });
  const gone = stored.filter((one) => !matches.has(one));
  for (const { path } of found) facts.push({ fact: 'folderFound', path });
  for (const { path } of gone) facts.push({ fact: 'folderGone', path });
  return { write: 'folders', found, kept, gone: gone.map(({ id }) => id), facts };
}

/** Which listed folder each stored one is: by the server's id, else by the path, else by numbers that no other folder has. */
function matched(stored: readonly Folder[], listed: readonly ListedFolder[]): Map<Folder, ListedFolder> {
  const matches = new Map<Folder, ListedFolder>();
  const free = new Set(listed);
  const match = (folder: Folder, one: ListedFolder | undefined) => {
    if (!one || !free.delete(one)) return;
    matches.set(folder, one);
  };
  const left = () => stored.filter((one) => !matches.has(one));
  for (const folder of stored.filter(({ objectId }) => objectId !== null))
    match(
      folder,
      listed.find(({ status }) => status?.objectId === folder.objectId),
    );
  for (const folder of left()) {
    const one = listed.find(({ path }) => path === folder.path);
    if (one && isSame(folder, one)) match(folder, one);
  }
  for (const folder of left())
    match(
      folder,
      [...free].find((one) => isRenamed(folder, one, stored, listed)),
    );
  // Made anew under its path, or unknown to us: its UIDVALIDITY is seen when it is opened.
  for (const folder of left())
    match(
      folder,
      [...free].find(({ path }) => path === folder.path),
    );
  return matches;
}

const isSame = ({ uidValidity }: Folder, { status }: ListedFolder): boolean =>
  uidValidity === null || status === undefined || status.uidValidity === uidValidity;

/** Some servers give all their folders one UIDVALIDITY: then it says nothing. */
function isRenamed(
  folder: Folder,
  one: ListedFolder,
  stored: readonly Folder[],
  listed: readonly ListedFolder[],
) {
  const { uidValidity, uidNext } = folder;
  if (uidValidity === null || one.status?.uidValidity !== uidValidity || one.status.uidNext !== uidNext)
    return false;
  const isOnlyOne =
    stored.filter((other) => other.uidValidity === uidValidity).length === 1 &&
    listed.filter(({ status }) => status?.uidValidity === uidValidity).length === 1;
  return isOnlyOne && !stored.some(({ path }) => path === one.path && path !== folder.path);
}
