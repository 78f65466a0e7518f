import type { DueAccountMail, TroubledMailbox, UnnoticedHold } from '@cueline/database';

/** What a mail about an account is written from. */
export type AccountMatter =
  | { readonly about: 'signIn'; readonly mail: DueAccountMail }
  /** An owner is told that the studio's mails are held. `since`: when the notice was claimed. */
  | { readonly about: 'hold'; readonly hold: UnnoticedHold; readonly to: string; readonly since: Date }
  /** An owner is told that a mailbox is not read any more. */
  | {
      readonly about: 'mailbox';
      readonly mailbox: TroubledMailbox;
      readonly to: string;
      readonly since: Date;
    };
