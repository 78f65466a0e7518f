/** Where a mail lies. */
export interface CommandPlace {
  readonly folder: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** What a command asks of the server, as it is stored. A row is about one mail where it lies, or about a folder. */
export type CommandPayload =
  | {
      readonly kind: 'flags';
      readonly place: CommandPlace;
      readonly add: string[];
      readonly remove: string[];
    }
  | { readonly kind: 'move' | 'copy'; readonly place: CommandPlace; readonly to: string }
  | { readonly kind: 'delete'; readonly place: CommandPlace }
  | {
      readonly kind: 'append';
      readonly to: string;
      readonly marks: readonly { readonly header: string; readonly value: string }[];
      readonly flags: readonly string[];
      /** Milliseconds since 1970. */
      readonly date: number;
      readonly insteadOf: CommandPlace | null;
      readonly isSentCopy: boolean;
    }
  | { readonly kind: 'createFolder'; readonly path: string }
  | { readonly kind: 'renameFolder'; readonly folder: string; readonly path: string };

/** How far it has come: what a worker that begins anew has to know. */
export interface CommandProgress {
  readonly misses?: number;
  readonly before?: {
    readonly folder: string;
    readonly uidValidity: string;
    readonly uidNext: number;
  } | null;
  readonly put?: CommandPlace | null;
}

export interface CommandReason {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type CommandStateName =
  'waiting' | 'running' | 'confirming' | 'done' | 'refused' | 'superseded' | 'failed' | 'cancelled';

/** A change of a command by the worker that carries it out. */
export interface CommandUpdate {
  readonly id: string;
  readonly state: Exclude<CommandStateName, 'cancelled'>;
  readonly tries: 0 | 1;
  readonly misses: 0 | 1;
  readonly nextAt: number | null;
  readonly progress: CommandProgress;
  readonly reason: CommandReason | null;
}
