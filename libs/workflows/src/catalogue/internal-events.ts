import { z } from 'zod';

/** Asks for a run of one workflow, about the event's record. */
export const WORKFLOW_REQUESTED = 'workflow.requested';

/** Something of a record changed that no other event tells of; a date of it perhaps. */
export const RECORD_CHANGED = 'record.changed';

/** Of events that the product writes for itself: no owner picks them, no program can send them, nothing else starts by them. */
export const internalEvents = [
  {
    type: WORKFLOW_REQUESTED,
    label: 'Another workflow asked for it',
    /** Beside its own, the data of the event that the asking run began with, so that the asked one knows the same records. */
    data: z.looseObject({
      workflowId: z.uuid(),
      /** The type of that event. */
      event: z.string(),
    }),
  },
  { type: RECORD_CHANGED, label: 'The record was entered or changed', data: z.strictObject({}) },
] as const;
