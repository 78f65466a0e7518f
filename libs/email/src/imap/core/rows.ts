import type { ModSeq, Moment, Uid } from './ids.js';

/** The flags and keywords of a mail, as the server has them; `\Recent` is left out. */
export interface FlagRow {
  readonly uid: Uid;
  readonly flags: readonly string[];
  readonly modSeq?: ModSeq | undefined;
}

/** What tells a mail from others without its bytes. */
export interface SurveyRow extends FlagRow {
  /** When the server got it (INTERNALDATE). */
  readonly at: Moment;
  readonly size: number;
}

export interface HeaderRow {
  readonly uid: Uid;
  readonly headerSha256: string;
}

/** The bytes of a mail. They pass through the core and are never part of its state. */
export interface ContentRow extends HeaderRow {
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** A mail whose content is to be fetched. */
export interface WantedRow {
  readonly uid: Uid;
  readonly size: number;
  /** A mail of the same size and time is stored already: its header tells whether this is it. */
  readonly mayBeKnown: boolean;
}
