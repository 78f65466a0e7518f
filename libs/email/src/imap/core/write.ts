import type { CommandChange } from './commands/command.js';
import type { ListedFolder } from './folders/folder.js';
import type { FolderRole } from './folders/role.js';
import type { FolderId, ModSeq, Moment, Uid, UidValidity } from './ids.js';
import type { ContentRow, FlagRow, HeaderRow, SurveyRow } from './rows.js';
import type { UidSet } from './uid-set.js';

/** Something that was decided, for the journal of the mailbox. It commits with what it reports. */
export type Fact =
  | { readonly fact: 'folderFound' | 'folderGone'; readonly path: string }
  | { readonly fact: 'folderRenamed'; readonly from: string; readonly to: string }
  /** The server numbers the mails of the folder anew. */
  | {
      readonly fact: 'reset';
      readonly folder: FolderId;
      readonly from: UidValidity;
      readonly to: UidValidity;
    }
  | { readonly fact: 'importDone'; readonly folder: FolderId }
  /** An observation that was not believed; it changed nothing. */
  | {
      readonly fact: 'notBelieved';
      readonly folder: FolderId;
      readonly what: 'uidNextFell' | 'modSeqFell' | 'tooManyGone' | 'countDiffers';
      readonly was: number | string;
      readonly now: number | string;
    }
  /** The server counts these mails and gives nothing of them. */
  | { readonly fact: 'unreadable'; readonly folder: FolderId; readonly uids: UidSet }
  | { readonly fact: 'folderRefused'; readonly folder: FolderId; readonly reply: string };

export interface FoundFolder extends ListedFolder {
  readonly role: FolderRole | null;
  readonly isSynced: boolean;
}

/** How far the mirror of a folder has come, as far as a write changes it. */
export interface Cursor {
  readonly uidNext?: Uid;
  readonly floor?: Uid;
  readonly modSeq?: ModSeq | null;
  readonly comparedAt?: Moment;
  readonly flagsReadAt?: Moment;
  readonly checkedAt?: Moment;
}

/** What is stored in one transaction, under the fence of the lease. All of it is safe to be stored twice. */
export type Write = { readonly facts: readonly Fact[] } & (
  | {
      readonly write: 'folders';
      readonly found: readonly FoundFolder[];
      /** Folders that are kept, with what the server says of them now. */
      readonly kept: readonly {
        readonly id: FolderId;
        readonly path: string;
        readonly role: FolderRole | null;
        readonly objectId: string | null;
      }[];
      /** Their placements are gone with them. */
      readonly gone: readonly FolderId[];
    }
  /** The folder is new to us, or to its server's numbers: what was placed in it by others is gone. */
  | {
      readonly write: 'begin';
      readonly folder: FolderId;
      readonly uidValidity: UidValidity;
      readonly objectId: string | null;
      /** The mirror begins there, and goes on downwards. */
      readonly uidNext: Uid;
      /** A mail is news from this UID and this time on. */
      readonly newFrom: { readonly uid: Uid; readonly at: Moment };
    }
  | {
      readonly write: 'mirror';
      readonly folder: FolderId;
      readonly uidValidity: UidValidity;
      readonly placed: readonly SurveyRow[];
      /** Of mails that are placed; others are passed over. */
      readonly flags: readonly FlagRow[];
      readonly gone: UidSet;
      /** Placed without anything known of them, never to be tried again by themselves. */
      readonly unreadable: UidSet;
      readonly cursor: Cursor;
    }
  | {
      readonly write: 'contents';
      readonly folder: FolderId;
      readonly uidValidity: UidValidity;
      readonly fetched: readonly ContentRow[];
      /** One mail of this size, time and header is stored: the placement is of it. Otherwise its content is wanted. */
      readonly known: readonly HeaderRow[];
      /** The server gave nothing for them: tried again later, and at last put aside. */
      readonly missed: UidSet;
    }
  /** Commands, together with what they have changed on the server. */
  | {
      readonly write: 'commands';
      readonly changes: readonly CommandChange[];
      readonly mirror: ChangedMails | null;
      readonly sentCopy: 'provider' | 'ours' | null;
    }
);

/** What our own commands have changed, as it was read back. */
export interface ChangedMails {
  readonly folder: FolderId;
  readonly uidValidity: UidValidity;
  readonly flags: readonly FlagRow[];
  readonly gone: UidSet;
  /** Mails of this folder that lie in another one too now, which is known without fetching them. */
  readonly placed: {
    readonly folder: FolderId;
    readonly uidValidity: UidValidity;
    readonly uids: readonly (readonly [from: Uid, to: Uid])[];
  } | null;
}

export type WriteOf<Kind extends Write['write']> = Extract<Write, { write: Kind }>;
