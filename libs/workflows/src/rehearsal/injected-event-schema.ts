import { inEnglish } from '../language/in-english.js';
import { z } from 'zod';
import { eventTypes, type EventType } from '../catalogue/event-types.js';
import { isSafeId } from '../definition/ids.js';
import { currencySchema, zoneSchema } from '../schemas/locale-schemas.js';
import type { FactsPatch, InjectedEvent } from './injected-event.js';

const key = z
  .string()
  .max(40)
  .refine(
    isSafeId,
    inEnglish({
      en: 'Name a record and its fields, such as booking.startsAt.',
      de: 'Nenne einen Datensatz und seine Felder, wie booking.startsAt.',
    }),
  );
const fact = z.union([
  z.string().max(5_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.string().max(200)).max(100),
  z.strictObject({ amountMinor: z.int(), currency: currencySchema }),
]);
/** Facts that become others, by record and field. */
export const factsPatchSchema = z.record(key, z.record(key, fact)).check(({ value, issues }) => {
  for (const [field, schema] of Object.entries({ zone: zoneSchema, currency: currencySchema })) {
    const given = value['brand']?.[field];
    const message = typeof given === 'string' && schema.safeParse(given).error?.issues[0]?.message;
    if (message) issues.push({ code: 'custom', message, input: given, path: ['brand', field] });
  }
});
const stepId = z
  .string()
  .max(40)
  .refine(isSafeId, inEnglish({ en: 'There is no such step.', de: 'Diesen Schritt gibt es nicht.' }));

/** What is let happen, as a person or a program writes it. */
export type InjectedEventInput =
  | { readonly type: 'event'; readonly event: EventType; readonly facts?: FactsPatch | undefined }
  | { readonly type: 'change'; readonly facts: FactsPatch }
  | { readonly type: 'answer'; readonly answer: 'approved' | 'declined' }
  | { readonly type: 'pause' | 'resume' | 'stop' }
  | { readonly type: 'skip'; readonly stepId: string }
  | { readonly type: 'force'; readonly stepId: string; readonly visit: number };

/** @param when the fields that say when each happens */
export const injectedEventSchema = <When extends z.ZodRawShape>(when: When) =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('event'),
      ...when,
      event: z.enum(eventTypes.map(({ type }) => type)),
      /** What the event brings, and what changes with it. */
      facts: factsPatchSchema.optional(),
    }),
    z.strictObject({ type: z.literal('change'), ...when, facts: factsPatchSchema }),
    z.strictObject({ type: z.literal('answer'), ...when, answer: z.enum(['approved', 'declined']) }),
    z.strictObject({ type: z.enum(['pause', 'resume', 'stop']), ...when }),
    z.strictObject({ type: z.literal('skip'), ...when, stepId }),
    z.strictObject({ type: z.literal('force'), ...when, stepId, visit: z.int().min(1).default(1) }),
  ]);

const reason = { code: 'rehearsal.person' } as const;

/** As a rehearsal takes it. @param at ISO instant */
export function injectedEventOf(written: InjectedEventInput, at: string): InjectedEvent {
  switch (written.type) {
    case 'event': {
      const { type, event, facts } = written;
      return { at, type, event, ...(facts && { facts }) };
    }
    case 'change':
      return { at, type: 'change', facts: written.facts };
    case 'answer':
      return { at, type: 'answer', answer: written.answer };
    case 'pause':
    case 'stop':
      return { at, type: 'control', control: { type: written.type, reason } };
    case 'resume':
      return { at, type: 'control', control: { type: 'resume' } };
    case 'skip':
      return { at, type: 'control', control: { type: 'skip', stepId: written.stepId, reason } };
    case 'force': {
      const { stepId: step, visit } = written;
      return { at, type: 'control', control: { type: 'force', stepId: step, visit, reason } };
    }
  }
}
