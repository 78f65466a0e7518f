import { z } from 'zod';
import { id, instant, named, page, pageQuery } from './shared.js';

/** CloudEvents 1.0, structured mode: the attributes that are read. Others are allowed and left aside. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: named(200),
  source: named(500),
  type: named(100),
  /** `booking/<uuid>` */
  subject: named(100),
  time: instant.optional(),
  datacontenttype: z.literal('application/json').optional(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export const eventIntake = z.union([cloudEvent, z.array(cloudEvent).min(1).max(500)]);
export const acceptedEvent = z.object({
  id,
  source: z.string(),
  sourceId: z.string(),
  duplicate: z.boolean(),
});
export const acceptedEvents = z.object({ events: z.array(acceptedEvent) });
export const event = z.object({
  id,
  type: z.string(),
  source: z.string(),
  subject: z.string(),
  occurredAt: instant,
  recordedAt: instant,
  dispatchedAt: instant.nullable(),
  matches: z.array(z.object({ workflowId: id, runId: id.nullable(), code: z.string() })),
});
export const eventPage = page(event);
export const eventQuery = pageQuery.extend({ subjectId: id.optional() });
export type CloudEvent = z.infer<typeof cloudEvent>;
export type AcceptedEvents = z.infer<typeof acceptedEvents>;
export type EventView = z.infer<typeof event>;
export type EventQuery = z.infer<typeof eventQuery>;
