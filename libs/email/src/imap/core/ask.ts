import type { FolderId, ModSeq, Uid, UidValidity } from './ids.js';
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
  | { readonly ask: 'flags'; readonly of: { readonly newest: number } | { readonly since: ModSeq } | 'all' }
  | { readonly ask: 'survey'; readonly of: { readonly from: Uid } | { readonly uids: UidSet } }
  /** `isSecond`: in another way and on a fresh connection, since the first answer was hard to believe. */
  | { readonly ask: 'uids'; readonly isSecond: boolean }
  | { readonly ask: 'headers'; readonly uids: UidSet }
  | { readonly ask: 'bodies'; readonly uids: UidSet }
  /** Until something changes, or for so long. */
  | { readonly ask: 'idle'; readonly milliseconds: number };

/** What it wants to know of what is stored. */
export type StoreAsk =
  | { readonly ask: 'load' }
  /** Those that are not gone. */
  | { readonly ask: 'localUids'; readonly folder: FolderId }
  /** The newest whose content is missing. */
  | { readonly ask: 'wanted'; readonly folder: FolderId; readonly most: number };

export type Ask = ServerAsk | StoreAsk;

const ofStore: ReadonlySet<Ask['ask']> = new Set<StoreAsk['ask']>(['load', 'localUids', 'wanted']);
export const isOfStore = (ask: Ask): ask is StoreAsk => ofStore.has(ask.ask);
