import type { EventType } from '../catalogue/event-types.js';
import type { Reason } from '../reasons/reason.js';
import type { Outcome } from '../kinds/outcome.js';
import type { FactsPatch } from './injected-event.js';

/** When the email to an address may leave. */
export interface MailPlace {
  readonly address: string;
  /** ISO instant; undefined where a person decides. */
  readonly at: string | undefined;
  /** Why it does not leave at all. */
  readonly why?: Reason;
}

/** Mails of a step that are delayed by the limit of their address. */
export interface LaterMails {
  readonly waiting: readonly MailPlace[];
  /** Who has had theirs. */
  readonly reached: readonly string[];
  /** People of the role who have no address. */
  readonly without: readonly string[];
  /** When the next of them leaves; undefined where all that are left wait for a person. */
  readonly due: string | undefined;
}

/** What a step would come to. Nothing is sent and nothing of the studio's is changed: a change is one of the rehearsal's own world. */
export interface RehearsedEffect extends Outcome {
  readonly recipients?: readonly string[];
  /** Of a notice, filled in. */
  readonly subject?: string;
  readonly change?: FactsPatch;
  readonly event?: EventType;
  readonly later?: LaterMails;
}
