import type { Definition, Operation } from '@cueline/workflows';
import type { Conflict } from './conflict.js';
import { emptyHistory, type History } from './history.js';
import type { LostStep } from './rebase.js';

/** The draft as the server has it. */
export interface ServerDraft {
  readonly revision: number;
  readonly definition: Definition;
}

/** What became of edits that were sent. */
export type Sent<Draft> =
  | { readonly type: 'saved'; readonly draft: Draft }
  /** The draft has another revision. */
  | { readonly type: 'conflict' }
  /** No answer: whether the server has the edits is not known. */
  | { readonly type: 'unreachable' }
  /** The server wants to be left alone for a while; `inDoubt`: it may have the edits all the same. */
  | { readonly type: 'busy'; readonly seconds: number; readonly inDoubt: boolean }
  | { readonly type: 'signedOut' }
  | {
      readonly type: 'refused';
      readonly message: string;
      /** Which of the edits; undefined: all of them. */
      readonly index?: number | undefined;
    };

/** Where the edits are on their way to the server. */
export type Transit =
  | { readonly type: 'idle' }
  /** Sent in a moment: the edits of one turn go together. */
  | { readonly type: 'queued' }
  | { readonly type: 'sending' }
  | { readonly type: 'loading' }
  /** Tried again by itself. */
  | { readonly type: 'waiting'; readonly isBusy: boolean }
  /** Tried again once somebody has signed in. */
  | { readonly type: 'signedOut' }
  /** Tried again when a person says so. */
  | { readonly type: 'refused'; readonly message: string; readonly index?: number | undefined };

export interface PendingEdit {
  readonly operation: Operation;
  readonly inverse: Operation;
}

/**
 * The draft being edited: the server's draft, on top of it the edits that it has not got yet, and on top of those the edits that wait for a
 * person's choice.
 */
export interface DraftState<Draft extends ServerDraft> {
  readonly server: Draft;
  /** The draft as this window shows it: all of these edits on top of the server's. */
  readonly definition: Definition;
  readonly pending: readonly PendingEdit[];
  /** So many of the first pending edits were sent together and are sent again as they are. */
  readonly sent: number;
  /** A request with them got no answer: the server may have them. */
  readonly inDoubt: boolean;
  /** Written here and elsewhere: not sent before a person has chosen. */
  readonly conflicts: readonly Conflict[];
  /** Saved from here, and written over elsewhere since. */
  readonly overwritten: readonly Conflict[];
  /** Edited here, and gone. */
  readonly lost: readonly LostStep[];
  /** The settings saved from here last, to notice when another window writes over them. */
  readonly recent: readonly Conflict[];
  readonly history: History;
  readonly transit: Transit;
}

/** Edits of an earlier visit that never reached the server. */
export interface KeptDraft {
  readonly revision: number;
  /** The draft that they were made on. */
  readonly definition: Definition;
  readonly operations: readonly Operation[];
  /** So many of the first may be with the server all the same. */
  readonly inDoubt: number;
}

export type DraftInput<Draft> =
  | { readonly type: 'edit'; readonly operation: Operation; readonly typing: boolean }
  | { readonly type: 'undo' | 'redo' }
  /** The turn is over in which the edits were made. */
  | { readonly type: 'due' }
  | { readonly type: 'answered'; readonly answer: Sent<Draft> }
  | { readonly type: 'loaded'; readonly draft: Draft }
  | { readonly type: 'notLoaded'; readonly answer: Exclude<Sent<never>, { readonly type: 'saved' }> }
  /** The server's draft as somebody has just read it. */
  | { readonly type: 'received'; readonly draft: Draft }
  /** Time to try again; a person may say so too. */
  | { readonly type: 'retry' }
  | { readonly type: 'signedIn' }
  | { readonly type: 'restored'; readonly kept: KeptDraft }
  | { readonly type: 'keepMine' | 'takeTheirs'; readonly id: string }
  | { readonly type: 'dismissLost' }
  /** Gives up the edits that the server does not take. */
  | { readonly type: 'discardRefused' };

export interface Notice {
  readonly title: string;
  readonly message: string;
}

export type DraftEffect =
  | { readonly type: 'queue' }
  | { readonly type: 'send'; readonly operations: readonly Operation[]; readonly revision: number }
  | { readonly type: 'load' }
  /** @property seconds at least so long; undefined: a moment */
  | { readonly type: 'wait'; readonly seconds?: number }
  | { readonly type: 'notify'; readonly notice: Notice }
  /** Steps of this window have other ids now. */
  | { readonly type: 'renamed'; readonly steps: ReadonlyMap<string, string> };

export interface Transition<Draft extends ServerDraft> {
  readonly state: DraftState<Draft>;
  readonly effects: readonly DraftEffect[];
}

export const draftState = <Draft extends ServerDraft>(server: Draft): DraftState<Draft> => ({
  server,
  definition: server.definition,
  pending: [],
  sent: 0,
  inDoubt: false,
  conflicts: [],
  overwritten: [],
  lost: [],
  recent: [],
  history: emptyHistory,
  transit: { type: 'idle' },
});

export type Saving =
  | 'saved'
  | 'saving'
  | 'offline'
  /** The server has said to come later. */
  | 'busy'
  | 'signedOut'
  | 'refused'
  /** A person has to choose between two texts. */
  | 'conflict';

/** What may be said of the draft: never `saved` for what the server has not got. */
export function savingOf({ pending, conflicts, transit }: DraftState<ServerDraft>): Saving {
  if (pending.length === 0) return conflicts.length > 0 ? 'conflict' : 'saved';
  switch (transit.type) {
    case 'waiting':
      return transit.isBusy ? 'busy' : 'offline';
    case 'signedOut':
    case 'refused':
      return transit.type;
    default:
      return 'saving';
  }
}
