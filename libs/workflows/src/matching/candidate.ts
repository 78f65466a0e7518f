import type { Facts } from '../catalogue/field.js';
import { WORKFLOW_REQUESTED } from '../catalogue/internal-events.js';
import type { Trigger } from '../trigger/trigger.js';

/** An event and the record that it is about, as they may start a workflow. */
export interface Candidate {
  readonly event: {
    readonly id: string;
    readonly type: string;
    /** ISO instants: when it was true, and when it was written down here. */
    readonly occurredAt: string;
    readonly recordedAt: string;
    /** The calendar recorded it, as of when it was true: late does not mean old. */
    readonly byCalendar: boolean;
    /** What whoever brought it said: taken over from elsewhere (true), news (false), nothing (null). */
    readonly takenOver: boolean | null;
    /** How many runs have led to one another up to it. */
    readonly chain: number;
  };
  readonly record: {
    readonly id: string;
    /** ISO instant; null where it is not known. */
    readonly recordedAt: string | null;
    /** What whoever recorded it said, as for an event. */
    readonly takenOver: boolean | null;
  };
  readonly brand: { readonly id: string | null; readonly name: string | null };
  /** Who counts as one contact: a client’s id, or the address of an inquiry. */
  readonly contact: string | null;
  readonly facts: Facts;
}

/**
 * A record as it would come to a workflow, nothing having led to it: of one that a date starts, not how the record came here, but that its date asks for it.
 */
export function asStarting({ trigger }: { readonly trigger: Trigger }, candidate: Candidate): Candidate {
  const type = trigger.type === 'date' ? WORKFLOW_REQUESTED : candidate.event.type;
  return { ...candidate, event: { ...candidate.event, type, chain: 0 } };
}
