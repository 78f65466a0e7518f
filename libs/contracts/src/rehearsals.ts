import { z } from 'zod';
import { eventTypes, isSafeId, subjectTypes, type RehearsalHappening } from '@cueline/workflows';
import { id, instant } from './shared.js';
import { versionRef } from './workflows.js';

const key = z.string().max(40).refine(isSafeId, 'Name a record and its fields, such as booking.startsAt.');
const fact = z.union([
  z.string().max(5_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(100),
  z.strictObject({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }),
]);
const facts = z.record(key, z.record(key, fact));
const stepId = z.string().max(40).refine(isSafeId, 'There is no such step.');
const byPerson = { code: 'rehearsal.person' } as const;

/** What is let happen, each at an instant from the start on. */
const happening = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('event'),
    at: instant,
    event: z.enum(eventTypes.map(({ type }) => type)),
    /** What the event brings, and what changes with it. */
    facts: facts.optional(),
  }),
  z.strictObject({ type: z.literal('change'), at: instant, facts }),
  z.strictObject({ type: z.literal('answer'), at: instant, answer: z.enum(['approved', 'declined']) }),
  z.strictObject({ type: z.enum(['pause', 'resume', 'stop']), at: instant }),
  z.strictObject({ type: z.literal('skip'), at: instant, stepId }),
  z.strictObject({ type: z.literal('force'), at: instant, stepId, visit: z.int().min(1).default(1) }),
]);
type Happening = z.infer<typeof happening>;

export const newRehearsal = z.strictObject({
  /** `draft`, `live` or the number of a version. */
  version: versionRef.default('draft'),
  /** A record of the trigger's kind; absent: sample facts. */
  record: z.strictObject({ type: z.enum(subjectTypes), id }).optional(),
  /** When the event happens; absent: now. */
  start: instant.optional(),
  happenings: z.array(happening).max(50).default([]),
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
});
export const rehearsal = z.object({
  start: local,
  steps: z.array(rehearsalStep),
  end: z.object({
    result: z.enum(['completed', 'exited', 'stopped', 'standing']),
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
export const happeningsOf = (given: readonly Happening[]): RehearsalHappening[] =>
  given.map((one): RehearsalHappening => {
    switch (one.type) {
      case 'event':
      case 'change':
      case 'answer':
        return one;
      case 'pause':
      case 'stop':
        return { at: one.at, type: 'control', control: { type: one.type, reason: byPerson } };
      case 'resume':
        return { at: one.at, type: 'control', control: { type: 'resume' } };
      case 'skip':
        return {
          at: one.at,
          type: 'control',
          control: { type: 'skip', stepId: one.stepId, reason: byPerson },
        };
      case 'force': {
        const { at, stepId: step, visit } = one;
        return { at, type: 'control', control: { type: 'force', stepId: step, visit, reason: byPerson } };
      }
    }
  });
