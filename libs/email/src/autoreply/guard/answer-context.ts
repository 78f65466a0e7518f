import type { AnswerReasonCode, Reason } from '@cueline/workflows';
import type { Classified } from '../../incoming/kind/classify.js';
import type { Sign } from '../../incoming/kind/signs.js';
import type { IncomingMail } from '../../incoming/parse/incoming-mail.js';
import type { Person } from '../../incoming/parse/people.js';
import type { AnswerPast } from './answer-past.js';

/** A mail that a machine would answer. */
export interface MailToAnswer {
  readonly mail: Pick<
    IncomingMail,
    'headers' | 'subject' | 'text' | 'from' | 'sender' | 'replyTo' | 'to' | 'cc' | 'bcc' | 'deliveredTo'
  >;
  readonly classified: Pick<Classified, 'kind' | 'silence' | 'person'>;
  /** When its server got it (INTERNALDATE). */
  readonly receivedAt: Date;
  /** It had just come when it was read: no import, reset, move or copy. */
  readonly isNews: boolean;
}

/** Keys of addresses (`addressKey`). */
export interface StudioAddresses {
  /** The address of the mailbox that it lies in. */
  readonly mailbox: string;
  /** Under which the brand of the mailbox is written to as well. */
  readonly aliases: readonly string[];
  /** Everybody else's of the studio: other mailboxes and brands, senders, members, the platform's address. */
  readonly siblings: readonly string[];
}

export interface AnswerLimits {
  /** The same answer goes to the same person once in so many days (RFC 5230 4.1). */
  readonly days: number;
  /** Answers of a studio in an hour. */
  readonly anHour: number;
  /** A mail that waited for longer is for a person. */
  readonly hours: number;
}

/** What a studio has that has set nothing. */
export const usualLimits: AnswerLimits = { days: 7, anHour: 60, hours: 24 };

/** What is known beside the mail, but for the answers before. */
export interface AnswerContext {
  readonly addresses: StudioAddresses;
  readonly connectedAt: Date;
  /** Names in Authentication-Results (RFC 8601) of the mailbox's own server, in small letters; `''`: it writes none, as Microsoft 365 does. */
  readonly authServers: readonly string[];
  readonly limits: AnswerLimits;
  readonly now: Date;
}

export interface Refused {
  readonly answer: false;
  readonly reason: Reason<AnswerReasonCode>;
  /** Everything in the mail that speaks against an answer, not only what decided. */
  readonly seen: readonly Sign[];
  /** But for the breaker it would have been answered: it counts among the wishes of the hour. */
  readonly isCounted?: true;
  /** The studio had so many in an hour that all of them stop: its owner is to be told, once. */
  readonly opensBreaker?: true;
}

export interface Addressed {
  readonly answer: true;
  readonly to: Person;
  /** What they are counted by. */
  readonly personKey: string;
  /** Key of the address that it was written to: what the answer is from. */
  readonly from: string;
}

export type AnswerDecision =
  (Addressed & { /** Answers had stopped, and go on. */ readonly closesBreaker?: true }) | Refused;

/** The same with the answers before. */
export interface FullAnswerContext extends AnswerContext {
  readonly past: AnswerPast;
}
