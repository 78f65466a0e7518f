import type { SubjectType } from './event-type.js';
import type { EventType } from './event-types.js';

/** A date that can start a workflow when it comes near. */
export interface TriggerAnchor {
  readonly record: SubjectType;
  /** The event whose records a run then has at hand. */
  readonly event: EventType;
  /** Statuses of a record that no reminder is about any more. */
  readonly closed: readonly string[];
}

const closed = { booking: ['cancelled'], invoice: ['draft', 'void'], task: ['done', 'dropped'] } as const;

export const triggerAnchors = {
  'booking.startsAt': { record: 'booking', event: 'booking.created', closed: closed.booking },
  'booking.endsAt': { record: 'booking', event: 'booking.created', closed: closed.booking },
  'invoice.dueOn': { record: 'invoice', event: 'invoice.issued', closed: closed.invoice },
  'invoice.issuedOn': { record: 'invoice', event: 'invoice.issued', closed: closed.invoice },
  'project.dueOn': { record: 'project', event: 'project.stage_changed', closed: [] },
  'inquiry.eventOn': { record: 'inquiry', event: 'inquiry.received', closed: [] },
  'task.dueAt': { record: 'task', event: 'task.assigned', closed: closed.task },
} as const satisfies Readonly<Record<string, TriggerAnchor>>;

export type AnchorPath = keyof typeof triggerAnchors;
export const anchorPaths = Object.keys(triggerAnchors) as [AnchorPath, ...AnchorPath[]];
