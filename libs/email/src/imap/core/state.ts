import type { Folder, OpenedFolder } from './folders/folder.js';
import type { FolderId, Moment } from './ids.js';
import type { MailboxFacts } from './observation.js';
import type { Profile } from './profile.js';
import type { Step } from './step.js';
import type { TroubleCause } from './trouble-cause.js';

/** What a person sees of a mailbox. */
export type Phase =
  | { readonly is: 'connecting' | 'listing' | 'importing' | 'live' | 'released' }
  | { readonly is: 'waiting'; readonly until: Moment; readonly cause: TroubleCause; readonly reply: string }
  /** A person has to do something first. `until`: it is looked at again then, since it may be repaired at the provider; without it nothing is tried. */
  | {
      readonly is: 'needsYou';
      readonly until: Moment | null;
      readonly cause: TroubleCause;
      readonly reply: string;
    };

/** Everything that `advance` knows. Plain JSON; all that counts of it is in the store as well. */
export interface SyncState {
  readonly phase: Phase;
  readonly mailbox: MailboxFacts | null;
  readonly profile: Profile | null;
  /** As stored, without those that are gone. */
  readonly folders: readonly Folder[];
  /** Which is open, and what the server said when it was opened: the MODSEQ that counts is that one. */
  readonly opened: { readonly folder: FolderId; readonly status: OpenedFolder } | null;
  /** What is under way, and what follows it. The first has been begun. */
  readonly steps: readonly Step[];
  /** After a write nothing counts but that it is stored. */
  readonly isWriting: boolean;
  /** Folders that are to be opened, the first one first. */
  readonly due: readonly FolderId[];
  /** Folders whose UIDs are to be compared in full, whatever their count says. */
  readonly doubted: readonly FolderId[];
  /** What is wanted of the server was read, and nothing of it was due. */
  readonly areCommandsRead: boolean;
  /** When the next of it is. */
  readonly commandsDueAt: Moment | null;
  readonly listedAt: Moment | null;
  /** When the last round of INBOX ended. */
  readonly inboxAt: Moment | null;
  readonly connectedAt: Moment | null;
  /** Connections that failed one after the other. */
  readonly failures: number;
  /** Sign-ins that the server refused one after the other. */
  readonly signIns: number;
  /** The connection was lost while this folder was worked on, so many times in a row. */
  readonly suspect: { readonly folder: FolderId; readonly times: number } | null;
  /** Folders that are left alone for a while. */
  readonly aside: readonly FolderAside[];
}

export interface FolderAside {
  readonly folder: FolderId;
  readonly until: Moment;
  readonly cause: TroubleCause;
  readonly reply: string;
}

export const initialState: SyncState = {
  phase: { is: 'connecting' },
  mailbox: null,
  profile: null,
  folders: [],
  opened: null,
  steps: [],
  isWriting: false,
  due: [],
  doubted: [],
  areCommandsRead: false,
  commandsDueAt: null,
  listedAt: null,
  inboxAt: null,
  connectedAt: null,
  failures: 0,
  signIns: 0,
  suspect: null,
  aside: [],
};

export const folderOf = (state: SyncState, id: FolderId): Folder | undefined =>
  state.folders.find((one) => one.id === id);
