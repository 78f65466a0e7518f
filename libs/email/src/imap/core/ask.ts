import type { Mark } from './commands/command.js';
import type { CommandId, FolderId, ModSeq, Moment, Uid, UidValidity } from './ids.js';
import type { UidSet } from './uid-set.js';

/** What the core wants from the server. One is open at a time; each is answered by one observation, or by `refused` or `lost`. */
export type ServerAsk =
  | { readonly ask: 'connect' }
  /** All folders, with their STATUS. */
  | { readonly ask: 'list' }
  /** EXAMINE: reading sets no flag. `since`: with QRESYNC. */
  | {
      readonly ask: 'open';
      readonly path: string;
      readonly since?: { readonly uidValidity: UidValidity; readonly modSeq: ModSeq };
    }
  /** Of the folder that is open. `newest`: of so many; `since`: what changed after it. */
  | {
      readonly ask: 'flags';
      readonly of:
        { readonly newest: number } | { readonly since: ModSeq } | { readonly uids: UidSet } | 'all';
    }
  | { readonly ask: 'survey'; readonly of: { readonly from: Uid } | { readonly uids: UidSet } }
  /** `isSecond`: in another way and on a fresh connection, since the first answer was hard to believe. */
  | { readonly ask: 'uids'; readonly isSecond: boolean }
  | { readonly ask: 'headers'; readonly uids: UidSet }
  | { readonly ask: 'bodies'; readonly uids: UidSet }
  /** SELECT: what follows may change the folder. It ends by opening another: CLOSE would remove what others have marked. */
  | { readonly ask: 'select'; readonly path: string }
  /** Those that carry the mark, of the folder that is open. */
  | { readonly ask: 'search'; readonly mark: Mark }
  | {
      readonly ask: 'store';
      readonly uids: UidSet;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  /** Out of the folder that is selected. */
  | { readonly ask: 'move'; readonly uids: UidSet; readonly path: string }
  | { readonly ask: 'copy'; readonly uids: UidSet; readonly path: string }
  /** Marks them as deleted. `andExpunge`: and removes these, never others, which takes UIDPLUS. */
  | { readonly ask: 'remove'; readonly uids: UidSet; readonly andExpunge: boolean }
  | {
      readonly ask: 'append';
      readonly path: string;
      readonly bytes: Uint8Array;
      readonly flags: readonly string[];
      readonly date: Moment;
    }
  | { readonly ask: 'createFolder'; readonly path: string }
  | { readonly ask: 'renameFolder'; readonly from: string; readonly to: string }
  /** Until something changes, or for so long. */
  | { readonly ask: 'idle'; readonly milliseconds: number };

/** What it wants to know of what is stored. */
export type StoreAsk =
  | { readonly ask: 'load' }
  /** Those that are not gone. */
  | { readonly ask: 'localUids'; readonly folder: FolderId }
  /** The newest whose content is missing. */
  | { readonly ask: 'wanted'; readonly folder: FolderId; readonly most: number }
  /** What is wanted of the server and not settled, oldest first. */
  | { readonly ask: 'commands'; readonly most: number }
  /** The bytes that a command appends. */
  | { readonly ask: 'mailOf'; readonly command: CommandId };

export type Ask = ServerAsk | StoreAsk;

const ofStore: ReadonlySet<Ask['ask']> = new Set<StoreAsk['ask']>([
  ...(['load', 'localUids', 'wanted', 'commands', 'mailOf'] as const),
]);
export const isOfStore = (ask: Ask): ask is StoreAsk => ofStore.has(ask.ask);
