import { z } from 'zod';
import { eventTypes } from '../catalogue/event-types.js';
import { factsPatchSchema, injectedEventSchema } from '../rehearsal/injected-event-schema.js';
import { addressSchema, languageSchema, zoneSchema } from '../schemas/locale-schemas.js';
import { businessHoursSchema, usualHours } from '../timing/business-hours.js';
import { durationSchema } from '../timing/duration.js';
import { isInstant } from '../timing/instant.js';
import { instantAt } from '../timing/wall-clock.js';

export const SCENARIOS_VERSION = 1;

/** An instant, or a time on the brand's clock. */
const moment = z
  .string()
  .max(40)
  .refine(
    (text) => isInstant(text) || instantAt(text.replace(' ', 'T'), 'utc') !== undefined,
    'Give a time on the brand’s clock such as 2027-06-09 09:00, or an instant such as 2027-06-09T07:00:00Z.',
  );
/** When something happens or is expected: at a moment, or so long after the start. */
const when = { at: moment.optional(), after: durationSchema.optional() };
const oneOf = { error: 'Say when by "at" or by "after", not by both.' };
const isOneOf = ({ at, after }: { at?: string | undefined; after?: unknown }) =>
  at === undefined || after === undefined;

const expectedMail = z
  .strictObject({
    /** Name or id of the template. */
    template: z.string().min(1).max(200).optional(),
    /** Subject of a notice within the studio, filled in. */
    subject: z.string().min(1).max(300).optional(),
    /** A role of the step, an address, or all addresses. */
    to: z.union([z.string().min(1).max(320), z.array(z.string().max(320)).max(100)]).optional(),
    ...when,
  })
  .refine(isOneOf, oneOf)
  .refine(
    ({ template, subject }) => (template === undefined) !== (subject === undefined),
    'Name a mail by "template", or a notice within the studio by "subject".',
  );
export type ExpectedMail = z.infer<typeof expectedMail>;

const expectedStep = z
  .strictObject({
    step: z.string().min(1).max(40),
    /** `notReached`: no run comes to it. */
    status: z.enum(['waiting', 'done', 'skipped', 'failed', 'notReached']).optional(),
    outcome: z.string().max(40).optional(),
    ...when,
  })
  .refine(isOneOf, oneOf);
export type ExpectedStep = z.infer<typeof expectedStep>;

const expectedEnd = z
  .strictObject({ result: z.enum(['completed', 'exited', 'stopped', 'open']), ...when })
  .refine(isOneOf, oneOf);

const injectedEvent = injectedEventSchema(when).refine(
  ({ at, after }) => (at === undefined) !== (after === undefined),
  'Say when it happens: by "at", or by "after" so long after the start.',
);
export type ScenarioEvent = z.infer<typeof injectedEvent>;

const scenario = z.strictObject({
  name: z.string().trim().min(1).max(200),
  given: z
    .strictObject({
      /** What happens; absent: what starts the workflow. */
      event: z.enum(eventTypes.map(({ type }) => type)).optional(),
      /** When; absent: for a workflow that starts by a date, its moment. */
      at: moment.optional(),
      /** What the records say, over the sample's facts; null is nothing. */
      facts: factsPatchSchema.default({}),
      /** The client's own time zone. */
      clientZone: zoneSchema.optional(),
      /** The client refused marketing. */
      optedOut: z.boolean().default(false),
      /** Addresses of those on the booking. */
      staff: z.array(addressSchema).max(100).optional(),
      vendors: z.array(addressSchema).max(100).optional(),
    })
    .prefault({}),
  happens: z.array(injectedEvent).max(50).default([]),
  expect: z.strictObject({
    /** Whether the event starts a run at all. */
    starts: z.boolean().default(true),
    /** All mails, in any order; absent: not looked at. */
    mails: z.array(expectedMail).max(300).optional(),
    /** Of these steps, what became of them. */
    steps: z.array(expectedStep).max(300).default([]),
    end: expectedEnd.optional(),
  }),
});
export type Scenario = z.infer<typeof scenario>;

/** Tests of one workflow as a file beside the workflow's own. */
export const scenariosSchema = z.strictObject({
  schemaVersion: z.literal(SCENARIOS_VERSION, {
    error: `Known versions of a test file: ${SCENARIOS_VERSION}.`,
  }),
  /** The workflow's file, seen from this one. */
  workflow: z.string().min(1).max(500),
  /** Whose clock and hours count. */
  brand: z
    .strictObject({
      zone: zoneSchema.default('Europe/Berlin'),
      locale: languageSchema.default('en-GB'),
      hours: businessHoursSchema.default(usualHours),
    })
    .prefault({}),
  tests: z.array(scenario).min(1).max(200),
});
export type Scenarios = z.infer<typeof scenariosSchema>;

/** The JSON Schema (draft 2020-12) of a test file, for editors. */
export const scenariosJsonSchema = () =>
  z.toJSONSchema(scenariosSchema, { unrepresentable: 'any', io: 'input' });
