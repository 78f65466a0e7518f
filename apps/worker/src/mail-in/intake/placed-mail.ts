import type { Classified } from '@cueline/email/incoming';
import type { Ids } from './filing-of.js';
import type { OwnAddresses } from './known-people.js';
import type { Roles } from './nature-of.js';
import type { KnownRow } from './thread-of.js';

/** A mail as it lies in a mailbox, or as the platform's receiver took it. */
export interface PlacedMail {
  readonly studioId: string;
  readonly brandId: string;
  /** Null: it came to the platform's address. */
  readonly mailboxId: string | null;
  readonly sha256: string;
  readonly isNews: boolean;
  /** When its server got it. */
  readonly at: Date;
  readonly roles: Roles;
  /** Of the mail of ours that its address was made for. */
  readonly tokenThreadId?: string | null;
}

/** What is known of the studio, for all of its mails. */
export interface StudioMail {
  readonly own: OwnAddresses;
  /** Keys of addresses that the owner marked as forms of the own website. */
  readonly forms: ReadonlySet<string>;
  /** Beginnings of the keys of mails that a report was sent back to. */
  readonly sendKeysOf: (returnTags: readonly string[]) => readonly string[];
}

/** What is known of the mail before it is filed. */
export interface Facts {
  readonly ids: Ids;
  readonly known: readonly KnownRow[];
  readonly twinOf: KnownRow | undefined;
  /** Null: the studio wrote it. */
  readonly classified: Classified | null;
}
