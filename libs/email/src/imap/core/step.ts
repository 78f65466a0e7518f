import type { CommandOf, Numbers, Want } from './commands/command.js';
import type { ListedFolder } from './folders/folder.js';
import type { FolderId, ModSeq, Uid, UidValidity } from './ids.js';
import type { AnswerTo } from './observation.js';
import type { UidSet } from './uid-set.js';

/** One thing that is done, as data: the steps that are left are part of the state. */
export type Step =
  | { readonly step: 'load' }
  | { readonly step: 'connect' }
  | { readonly step: 'list' }
  /** Which folders have to be opened, by what the list said. */
  | { readonly step: 'choose'; readonly listed: readonly ListedFolder[] }
  | { readonly step: 'open'; readonly folder: FolderId }
  /** `since`: what changed after it. Otherwise of the newest, or of all. */
  | {
      readonly step: 'flags';
      readonly folder: FolderId;
      readonly since: ModSeq | null;
      readonly ofAll: boolean;
    }
  /** What has come since the last round. */
  | { readonly step: 'arrivals'; readonly folder: FolderId }
  /** The mails below the floor, newest first, in parts. `left`: null until the UIDs are read. */
  | {
      readonly step: 'import';
      readonly folder: FolderId;
      readonly left: UidSet | null;
      readonly isSecond: boolean;
      readonly parts: number;
    }
  /** Compares all UIDs where the count differs from the server's. */
  | { readonly step: 'count'; readonly folder: FolderId }
  | {
      readonly step: 'compare';
      readonly folder: FolderId;
      /** Read before the server's. */
      readonly local: AnswerTo<'localUids'> | null;
      readonly isSecond: boolean;
      /** How often mails that the server counts were asked for and not given. */
      readonly tries: number;
    }
  /** Mails that the server has below the cursor and we have not. */
  | { readonly step: 'survey'; readonly folder: FolderId; readonly uids: UidSet }
  /** The round ends: now MODSEQ may be passed. */
  | { readonly step: 'finish'; readonly folder: FolderId }
  | { readonly step: 'contents'; readonly folder: FolderId; readonly parts: number }
  | { readonly step: 'recognize'; readonly folder: FolderId; readonly uids: UidSet }
  | { readonly step: 'fetch'; readonly folder: FolderId; readonly uids: UidSet }
  /** What is wanted of the server. */
  | { readonly step: 'commands' }
  | (ChangeOf<'flags'> & {
      readonly step: 'setFlags';
      readonly stage: 'select' | 'store' | 'check';
    })
  | (ChangeOf<'move'> & {
      readonly step: 'move';
      readonly to: FolderId;
      readonly stage: 'select' | 'move' | 'check';
      readonly moved: AnswerTo<'transferred'> | null;
    })
  /** Puts one mail into another folder, beside where it is. */
  | (Site & {
      readonly step: 'duplicate';
      readonly task: Task<'move' | 'copy'>;
      readonly stage: 'target' | 'look' | 'select' | 'copy' | 'find';
    })
  /** Removes mails for ever: asked for, or because they lie elsewhere now. */
  | (ChangeOf<'delete' | 'move' | 'append'> & {
      readonly step: 'remove';
      readonly stage: 'select' | 'remove' | 'check';
    })
  | {
      readonly step: 'append';
      readonly command: CommandOf<'append'>;
      readonly stage: 'target' | 'look' | 'append' | 'find';
      /** Of `marks`, the one that is looked for. */
      readonly mark: number;
      readonly numbers: Numbers | null;
    }
  | {
      readonly step: 'changeFolder';
      readonly command: CommandOf<'createFolder' | 'renameFolder'>;
      readonly isBegun: boolean;
    }
  | { readonly step: 'idle' };

/** The folder under the numbers that the UIDs belong to. Not called `folder`: its trouble is the commands'. */
export interface Site {
  readonly site: { readonly folder: FolderId; readonly uidValidity: UidValidity };
}
/** A command, and where its mail lies now. */
export interface Task<Kind extends Want['kind']> {
  readonly command: CommandOf<Kind>;
  readonly uid: Uid;
}
export interface ChangeOf<Kind extends Want['kind']> extends Site {
  readonly tasks: readonly Task<Kind>[];
}

export type StepOf<Kind extends Step['step']> = Extract<Step, { step: Kind }>;
