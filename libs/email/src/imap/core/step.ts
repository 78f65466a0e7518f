import type { Ask } from './ask.js';
import type { ListedFolder } from './folders/folder.js';
import type { FolderId, ModSeq, Moment } from './ids.js';
import type { Answer, AnswerTo } from './observation.js';
import type { SyncState } from './state.js';
import type { UidSet } from './uid-set.js';
import type { Write } from './write.js';

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
  | { readonly step: 'idle' };

export type StepOf<Kind extends Step['step']> = Extract<Step, { step: Kind }>;

/** A step wants something, or it is over: `then` stands in its place, after the write where there is one. */
export type Outcome =
  | { readonly ask: Ask; readonly as?: Step }
  | {
      readonly write?: Write;
      readonly then: readonly Step[];
      /** What it changes of the state, besides. */
      readonly set?: Partial<SyncState>;
    };

export interface Rules<Kind extends Step['step']> {
  begin(step: StepOf<Kind>, state: SyncState, now: Moment): Outcome;
  /** Absent where it asks nothing. */
  take?(step: StepOf<Kind>, answer: Answer, state: SyncState, now: Moment): Outcome;
}

/** The answer that a step has asked for: any other means that a driver is wrong. */
export function expected<Kind extends Answer['saw']>(
  answer: Answer,
  kind: Kind,
): Extract<Answer, { saw: Kind }> {
  if (answer.saw !== kind) throw new Error(`Expected ${kind}, and saw ${answer.saw}.`);
  return answer as Extract<Answer, { saw: Kind }>;
}
