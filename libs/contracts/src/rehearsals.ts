import { z } from 'zod';
import { injectedEventOf, injectedEventSchema, subjectTypes, type InjectedEvent } from '@cueline/workflows';
import { id, instant } from './shared.js';
import { versionRef } from './workflows.js';

/** What is let happen, each at an instant from the start on. */
const injectedEvent = injectedEventSchema({ at: instant });
type InjectedEventOf = z.infer<typeof injectedEvent>;

export const newRehearsal = z.strictObject({
  /** `draft`, `live` or the number of a version. */
  version: versionRef.default('draft'),
  /** A record of the trigger's kind; absent: sample facts. */
  record: z.strictObject({ type: z.enum(subjectTypes), id }).optional(),
  /** When the event happens; absent: now. */
  start: instant.optional(),
  events: z.array(injectedEvent).max(50).default([]),
});

const mail = z.object({
  to: z.array(z.string()),
  subject: z.string(),
  preheader: z.string(),
  html: z.string(),
  text: z.string(),
  /** Why it could not be filled in; the rest is empty then. */
  problem: z.string().nullable(),
});
const webhook = z.object({
  url: z.string(),
  /** As in docs/webhooks.md; ids that only a real run has are null. */
  body: z.object({
    type: z.string(),
    timestamp: instant,
    data: z.record(z.string(), z.record(z.string(), z.unknown())),
  }),
});
const local = z.object({
  at: instant,
  /** On the clocks of the brand and, where it has one of its own, of the client: "Sat 12 Jun 2027, 09:00". */
  brand: z.string(),
  client: z.string().nullable(),
});
export const rehearsalStep = z.object({
  stepId: z.string(),
  visit: z.int(),
  kind: z.string(),
  summary: z.string(),
  status: z.enum(['waiting', 'done', 'skipped', 'failed']),
  came: local,
  left: local,
  due: local.nullable(),
  outcome: z.string().nullable(),
  reasons: z.array(z.string()),
  mail: mail.nullable(),
  /** What would be posted; nobody is called. */
  webhook: webhook.nullable(),
});
export const rehearsal = z.object({
  start: local,
  steps: z.array(rehearsalStep),
  end: z.object({
    result: z.enum(['completed', 'exited', 'stopped', 'open']),
    at: local,
    reason: z.string().nullable(),
  }),
  /** Records that samples stand in for. */
  samples: z.array(z.string()),
});
export type NewRehearsal = z.infer<typeof newRehearsal>;
export type RehearsalView = z.infer<typeof rehearsal>;
export type RehearsalStepView = z.infer<typeof rehearsalStep>;

/** As the core takes them. */
export const injectedEventsOf = (given: readonly InjectedEventOf[]): InjectedEvent[] =>
  given.map(({ at, ...written }) => injectedEventOf(written, at));
