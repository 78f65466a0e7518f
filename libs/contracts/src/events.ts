import { inEnglish } from '@cueline/workflows/language';
import { z } from 'zod';
import { readInstant } from './instants.js';
import { isJsonType } from './media-type.js';
import { id, instant, isInReach, page, pageQuery, REACH, takenOver } from './shared.js';

/** As it was sent: ids are compared, so nothing is trimmed. */
const identity = (most: number) =>
  z
    .string()
    .max(most)
    .refine(
      (text) => text.trim() !== '',
      inEnglish({ en: 'Give at least 1 character.', de: 'Gib mindestens 1 Zeichen ein.' }),
    );

/** CloudEvents 1.0, structured: the attributes that are read. Others (extensions) are allowed and left aside. An optional one that is null is absent. */
export const cloudEvent = z.looseObject({
  specversion: z.literal('1.0', {
    error: ({ input }) =>
      input === undefined
        ? 'This is missing. Give "1.0": events are read as CloudEvents 1.0.'
        : 'Events are read as CloudEvents 1.0 alone. Give "1.0", as a text.',
  }),
  id: identity(200),
  source: identity(500),
  type: identity(100),
  /** `booking/<uuid>` */
  subject: z.string().max(100).nullish(),
  time: z
    .string()
    .refine((text) => readInstant(text) !== undefined, {
      error: inEnglish({
        en: 'Give an instant with its offset (RFC 3339), such as 2027-06-12T13:00:00Z.',
        de: 'Gib einen Zeitpunkt mit seinem Abstand zu UTC an (RFC 3339), wie 2027-06-12T13:00:00Z.',
      }),
      abort: true,
    })
    .refine((text) => isInReach(readInstant(text)!), REACH)
    .meta({ format: 'date-time' })
    .nullish(),
  datacontenttype: z
    .string()
    .refine(
      isJsonType,
      'The data of an event is read as JSON. Give application/json or a type that ends in +json, or leave it out.',
    )
    .nullish(),
  dataschema: z.string().nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
  /** JSON, in base64 (CloudEvents JSON format 3.1.1). */
  data_base64: z.string().nullish(),
  /** An extension attribute: CloudEvents writes their names in lower case, and a header carries them as text. */
  takenover: z.union([takenOver, z.enum(['true', 'false'])]).nullish(),
  takenOver: z.never('Write it "takenover": the attributes of CloudEvents are in lower case.').optional(),
});
/** A batch may be empty (CloudEvents JSON format 4). */
export const eventIntake = z.union([cloudEvent, z.array(cloudEvent).max(500)]);
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
