import type { EventType } from '../catalogue/event-types.js';
import type { Facts, FactValue } from '../catalogue/field.js';
import { statusEvents } from '../catalogue/status-events.js';
import type { FactsPatch, InjectedEvent } from '../rehearsal/injected-event.js';

/** What happened about a record, with what is known around it now. */
export interface PastEvent {
  readonly type: EventType;
  /** ISO instant. */
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** The records around the event itself: its message, its payment. */
  readonly facts: Facts;
}

/** Facts as they stood before some events, and those events as a rehearsal lets them happen. */
export interface Rewound {
  readonly facts: Facts;
  readonly injectedEvents: readonly InjectedEvent[];
}

/**
 * Takes back, from the facts of today, what these events changed: a booking that is cancelled by now was confirmed then. What no event tells of stays as it
 * is today. Pure.
 * @param events in their order
 */
export function rewind(today: Facts, events: readonly PastEvent[]): Rewound {
  let facts = today;
  const injectedEvents: InjectedEvent[] = [];
  for (const event of events.toReversed()) {
    const before = beforeEvent(facts, event);
    const after = Object.fromEntries(
      Object.entries(before).map(([record, fields]) => [
        record,
        Object.fromEntries(Object.keys(fields).map((field) => [field, facts[record]![field] ?? null])),
      ]),
    );
    const { message } = event.facts;
    const patch: FactsPatch = { ...after, ...(event.type.startsWith('mail.') && message && { message }) };
    injectedEvents.unshift({ type: 'event', event: event.type, at: event.at, facts: patch });
    facts = patched(facts, before);
  }
  return { facts, injectedEvents };
}

/** The facts that an event changed, as they were before. */
function beforeEvent(facts: Facts, { type, data, facts: around }: PastEvent): FactsPatch {
  const became = statusEvents[type];
  if (became) return facts[became.record] ? { [became.record]: { status: became.from } } : {};
  switch (type) {
    case 'booking.rescheduled':
      return facts['booking'] ? { booking: datesBefore(facts['booking'], data) } : {};
    case 'project.stage_changed':
      return facts['project'] ? { project: { stage: String(data['from']) } } : {};
    case 'payment.received':
      return facts['invoice']
        ? { invoice: moneyBefore(facts['invoice'], around['payment']?.['amount']) }
        : {};
    default:
      return {};
  }
}

type Fields = Readonly<Record<string, FactValue>>;

const millis = (value: unknown): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN);

function datesBefore({ startsAt, endsAt }: Fields, { previousStartsAt }: PastEvent['data']): Fields {
  const before = millis(previousStartsAt);
  const lasts = millis(endsAt) - millis(startsAt);
  if (!Number.isFinite(before) || !Number.isFinite(lasts)) return {};
  return { startsAt: new Date(before).toISOString(), endsAt: new Date(before + lasts).toISOString() };
}

type Money = Extract<FactValue, { readonly amountMinor: number }>;
const isMoney = (value: FactValue | undefined): value is Money =>
  typeof value === 'object' && value !== null && 'amountMinor' in value;

function moneyBefore({ paid, balance }: Fields, amount: FactValue | undefined): Fields {
  if (!isMoney(paid) || !isMoney(balance) || !isMoney(amount)) return {};
  return {
    paid: { ...paid, amountMinor: paid.amountMinor - amount.amountMinor },
    balance: { ...balance, amountMinor: balance.amountMinor + amount.amountMinor },
  };
}

const patched = (facts: Facts, patch: FactsPatch): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([record, fields]) => [record, { ...fields, ...patch[record] }]),
  );
