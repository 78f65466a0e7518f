import type { FolderId, ModSeq, Moment, Uid, UidValidity } from '../ids.js';
import type { FolderRole } from './role.js';

/** A folder as it is stored: where it is on the server, and how far its mirror has come. */
export interface Folder {
  readonly id: FolderId;
  /** As the server gives it. */
  readonly path: string;
  readonly role: FolderRole | null;
  /** The others are listed alone. */
  readonly isSynced: boolean;
  /** Where the server names folders (RFC 8474): holds over a rename. */
  readonly objectId: string | null;
  /** Null until it was opened for the first time; all that follows belongs to it. */
  readonly uidValidity: UidValidity | null;
  /** Every UID below it, down to `floor`, has been mirrored. */
  readonly uidNext: Uid;
  /** What is below it is still to be mirrored; 1 when nothing is. */
  readonly floor: Uid;
  /** Everything that it covers is stored. */
  readonly modSeq: ModSeq | null;
  /** Placements that are not gone. */
  readonly count: number;
  /** Of those, how many still lack their content and may be tried now. */
  readonly wanting: number;
  /** When its UIDs were last compared in full. */
  readonly comparedAt: Moment | null;
  /** When all of its flags were last read, where no MODSEQ tells which of them changed. */
  readonly flagsReadAt: Moment | null;
  /** When a round of it last ended well. */
  readonly checkedAt: Moment | null;
}

/** What LIST and STATUS say of a folder. */
export interface ListedFolder {
  readonly path: string;
  readonly delimiter: string | null;
  /** `\Sent` and its like (RFC 6154). */
  readonly specialUse: string | null;
  readonly canBeOpened: boolean;
  /** Absent where the server did not say. */
  readonly status?: FolderStatus | undefined;
}

export interface FolderStatus {
  readonly uidValidity: UidValidity;
  readonly uidNext: Uid;
  readonly exists: number;
  readonly modSeq?: ModSeq | undefined;
  readonly objectId?: string | undefined;
}

/** What SELECT or EXAMINE says. */
export interface OpenedFolder extends FolderStatus {
  /** The server took the state that we gave it, and has said what is gone since (RFC 7162, section 3.2.5). */
  readonly isResynced: boolean;
}

/** What SELECT says, for who wants to change something. */
export interface SelectedFolder {
  readonly uidValidity: UidValidity;
  readonly isReadOnly: boolean;
  /** The flags that it keeps, `\\*` for any; null where it does not say. */
  readonly keeps: readonly string[] | null;
}
