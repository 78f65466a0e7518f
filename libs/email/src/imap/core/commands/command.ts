import type { CommandId, FolderId, Moment, Uid, UidValidity } from '../ids.js';

/** Where a mail lies. */
export interface Place {
  readonly folder: FolderId;
  readonly uidValidity: UidValidity;
  readonly uid: Uid;
}

/** A folder's numbers at a moment: mails at `uidNext` and above came later. */
export interface Numbers {
  readonly folder: FolderId;
  readonly uidValidity: UidValidity;
  readonly uidNext: Uid;
}

/** A mail as the person saw it, and where it is by what we know now. */
export interface KnownMail {
  readonly at: Place;
  readonly isThere: boolean;
  /** Where the same mail came to lie since the command was given, and whether a command of ours put it there. */
  readonly since: readonly (Place & { readonly isOurs: boolean })[];
  readonly size: number;
  /** When the server got it. */
  readonly gotAt: Moment;
}

/** What is wanted of the server. Flags are added and removed, never set: other programs keep theirs. */
export type Want =
  | {
      readonly kind: 'flags';
      readonly mail: KnownMail;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly kind: 'move'; readonly mail: KnownMail; readonly to: FolderId }
  | { readonly kind: 'copy'; readonly mail: KnownMail; readonly to: FolderId }
  /** Of a mail in Trash or Junk, for ever. */
  | { readonly kind: 'delete'; readonly mail: KnownMail }
  | {
      readonly kind: 'append';
      readonly to: FolderId;
      /** Its Message-ID, and other headers that only it has: by them it is found again. */
      readonly marks: readonly Mark[];
      readonly flags: readonly string[];
      readonly date: Moment;
      /** It stands for that one, which goes once it is there. */
      readonly insteadOf: Place | null;
      /** A copy of sent mail, which some providers put there themselves. */
      readonly isSentCopy: boolean;
    }
  | { readonly kind: 'createFolder'; readonly path: string }
  | { readonly kind: 'renameFolder'; readonly folder: FolderId; readonly path: string };

export interface Mark {
  readonly header: string;
  readonly value: string;
}

/** What a person wants of the server, and how far it has come. */
export interface Command {
  readonly id: CommandId;
  readonly want: Want;
  /** Those of one subject are carried out in their order. */
  readonly subject: string;
  readonly tries: number;
  /** How often its mail, or its copy, was looked for and not found. */
  readonly misses: number;
  readonly dueAt: Moment;
  /** Of one that puts a mail somewhere: the target's numbers before it was begun. It may have been carried out, though we heard nothing of it. */
  readonly before: Numbers | null;
  /** The mail lies there already; what is left is to remove the one that it stands for. */
  readonly put: Place | null;
}

export type WantOf<Kind extends Want['kind']> = Extract<Want, { kind: Kind }>;
export type CommandOf<Kind extends Want['kind']> = Command & { readonly want: WantOf<Kind> };

export const isOf = <Kind extends Want['kind']>(command: Command, kind: Kind): command is CommandOf<Kind> =>
  command.want.kind === kind;

/** How a command ended. `reply`: the server's own text. */
export type End =
  /** `marked`: the server cannot remove single mails, so this one is only marked as deleted. `provider`: it files copies of sent mail itself. */
  | { readonly to: 'done'; readonly how: 'carriedOut' | 'asWished' | 'marked' | 'provider' }
  | {
      readonly to: 'refused';
      readonly why: 'server' | 'readOnly' | 'notKept' | 'notInTrash' | 'noFolder';
      readonly reply: string;
    }
  /** Somebody else was faster. `where`: they moved it there; null: it is gone. */
  | { readonly to: 'superseded'; readonly where: FolderId | null }
  | { readonly to: 'failed'; readonly reply: string };

export type Change =
  | { readonly to: 'running'; readonly before: Numbers | null }
  | { readonly to: 'running'; readonly put: Place }
  /** Tried again: counted as a try, or as a look that found nothing. */
  | {
      readonly to: 'waiting';
      readonly dueAt: Moment;
      readonly counts: 'try' | 'miss';
      readonly reply: string;
    }
  /** It was put there; later it is looked whether somebody else has put it there too. */
  | { readonly to: 'confirming'; readonly put: Place | null; readonly dueAt: Moment }
  | End;

export type CommandChange = { readonly id: CommandId } & Change;
