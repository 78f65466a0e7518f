import type { SubjectType } from './event-type.js';
import type { EventType } from './event-types.js';

/** A date that can start a workflow when it comes near. */
export interface TriggerAnchor {
  readonly record: SubjectType;
  /** The event whose records a run then has at hand. */
  readonly event: EventType;
}

export const triggerAnchors = {
  'booking.startsAt': { record: 'booking', event: 'booking.created' },
  'booking.endsAt': { record: 'booking', event: 'booking.created' },
  'invoice.dueOn': { record: 'invoice', event: 'invoice.issued' },
  'invoice.issuedOn': { record: 'invoice', event: 'invoice.issued' },
  'project.dueOn': { record: 'project', event: 'project.stage_changed' },
  'inquiry.eventOn': { record: 'inquiry', event: 'inquiry.received' },
  'task.dueAt': { record: 'task', event: 'task.assigned' },
} as const satisfies Readonly<Record<string, TriggerAnchor>>;

export type AnchorPath = keyof typeof triggerAnchors;
export const anchorPaths = Object.keys(triggerAnchors) as [AnchorPath, ...AnchorPath[]];
