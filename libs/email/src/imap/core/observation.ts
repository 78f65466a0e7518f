import type { Command } from './commands/command.js';
import type { Folder, ListedFolder, OpenedFolder, SelectedFolder } from './folders/folder.js';
import type { CommandId, Moment, Uid, UidValidity } from './ids.js';
import type { ContentRow, FlagRow, HeaderRow, SurveyRow, WantedRow } from './rows.js';
import type { TroubleCause } from './trouble-cause.js';
import type { UidSet } from './uid-set.js';

/** What is known of a mailbox beside its folders. */
export interface MailboxFacts {
  /** When it was connected: older mail is no news. */
  readonly connectedAt: Moment;
  /** Extensions that this server offers and does not keep. */
  readonly distrusts: readonly string[];
  /** Of a folder that is found: all are synced, or those whose role is known. */
  readonly syncs: 'all' | 'roles';
  /** Who puts a copy of sent mail into the folder for it. */
  readonly sentCopy: 'unknown' | 'provider' | 'ours';
}

/** Why a server said no, by what can be done about it. */
export type Refusal =
  /** It does not know this user with this secret. */
  | 'signIn'
  /** The settings, or the account at its provider: a person has to act. */
  | 'person'
  /** Busy, throttled, too many connections: another time. */
  | 'unavailable'
  /** The folder is not there, or may not be opened. */
  | 'folder'
  /** A person has to make room first. */
  | 'quota'
  /** What is to be made is there already. */
  | 'alreadyThere'
  | 'other';

export type Answer =
  | { readonly saw: 'connected'; readonly capabilities: readonly string[] }
  | { readonly saw: 'listed'; readonly folders: readonly ListedFolder[] }
  | {
      readonly saw: 'opened';
      readonly folder: OpenedFolder;
      /** Told by a server that resynced: what is gone, and the flags that changed. */
      readonly vanished: UidSet;
      readonly flags: readonly FlagRow[];
    }
  | { readonly saw: 'flags'; readonly rows: readonly FlagRow[] }
  | { readonly saw: 'survey'; readonly rows: readonly SurveyRow[] }
  /** `exists`: how many mails there are by the server's count at that time. */
  | { readonly saw: 'uids'; readonly uids: UidSet; readonly exists: number }
  | { readonly saw: 'headers'; readonly rows: readonly HeaderRow[] }
  | { readonly saw: 'bodies'; readonly rows: readonly ContentRow[] }
  | { readonly saw: 'selected'; readonly folder: SelectedFolder }
  | { readonly saw: 'found'; readonly uids: UidSet }
  /** The server took the command: whether it is so is read afterwards. */
  | { readonly saw: 'stored' }
  | { readonly saw: 'removed' }
  | { readonly saw: 'folderChanged' }
  /** `uids`: from where to where, as far as the server says it. */
  | {
      readonly saw: 'transferred';
      readonly uidValidity: UidValidity | null;
      readonly uids: readonly (readonly [from: Uid, to: Uid])[];
    }
  | { readonly saw: 'appended'; readonly uidValidity: UidValidity | null; readonly uid: Uid | null }
  | { readonly saw: 'noticed'; readonly isChange: boolean }
  | { readonly saw: 'loaded'; readonly mailbox: MailboxFacts; readonly folders: readonly Folder[] }
  /** `unreadable`: placed, and nothing known of them. */
  | { readonly saw: 'localUids'; readonly uids: UidSet; readonly unreadable: UidSet }
  | { readonly saw: 'wanted'; readonly rows: readonly WantedRow[] }
  | { readonly saw: 'commands'; readonly rows: readonly Command[] }
  /** Null: its bytes are no more. */
  | { readonly saw: 'mailOf'; readonly bytes: Uint8Array | null };

export type AnswerTo<Kind extends Answer['saw']> = Extract<Answer, { saw: Kind }>;

export type Observation =
  | Answer
  /** The write is stored; the folders that it changed, or all of them, as they are now. */
  | {
      readonly saw: 'committed';
      readonly folders: readonly Folder[];
      /** Commands that were to begin, and that a person has taken back meanwhile. */
      readonly takenBack?: readonly CommandId[];
    }
  /** Another worker has the mailbox: nothing was stored. */
  | { readonly saw: 'leaseLost' }
  /** The server said no, in its own text. `cause`: where more is known of it than what can be done. */
  | {
      readonly saw: 'refused';
      readonly refusal: Refusal;
      readonly reply: string;
      readonly cause?: TroubleCause;
    }
  /** The connection is gone. `chance`: a random number from 0 to below 1, for the spread of retries. */
  | { readonly saw: 'lost'; readonly why: string; readonly chance: number; readonly cause?: TroubleCause }
  /** The time that was waited for has come, or somebody wants it now. */
  | { readonly saw: 'tick' };
