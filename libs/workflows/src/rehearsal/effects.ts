import { becoming, type Becoming } from '../catalogue/becoming.js';
import type { EventType } from '../catalogue/event-types.js';
import type { Facts, FactValue } from '../catalogue/field.js';
import { settableOf, type UpdatableRecord } from '../catalogue/settable.js';
import { factAt } from '../conditions/evaluate.js';
import type { Step, StepOf } from '../definition/step.js';
import type { EffectKind } from '../kinds/entry.js';
import { noticeRecipientWords } from '../kinds/notify-staff/notify-staff.js';
import type { Recipient } from '../kinds/send-mail/send-mail.js';
import { decideOf } from '../outcomes/decide.js';
import type { FactsPatch } from './happening.js';

/** What of the studio's world a rehearsal asks, and what cannot be known from facts alone. */
export interface RehearsalPorts {
  /** The addresses of a role, as the record stands. */
  readonly recipients: (to: Recipient, facts: Facts) => readonly string[];
  /** The client refused marketing. */
  readonly optedOut: boolean;
  /** A short text with its merge fields filled in. */
  readonly fill: (text: string, facts: Facts) => string;
}

/** What a step would come to. Nothing is sent and nothing of the studio's is changed: a change is one of the rehearsal's own world. */
export interface RehearsedEffect {
  readonly status: 'done' | 'skipped';
  readonly outcome?: string;
  readonly reason: { readonly code: string; readonly params?: Readonly<Record<string, unknown>> };
  readonly recipients?: readonly string[];
  readonly change?: FactsPatch;
  readonly event?: EventType;
}

type Rehearsed = {
  readonly [K in EffectKind]: (
    step: StepOf<K>,
    facts: Facts,
    now: string,
    ports: RehearsalPorts,
  ) => RehearsedEffect;
};

/** One for each kind that a worker carries out: a kind without its rehearsal does not compile. */
const rehearsed: Rehearsed = {
  decide: (step, facts, now) => {
    const { outcome, reason } = decideOf(step, facts, now);
    return { status: 'done', ...(outcome !== undefined && { outcome }), reason };
  },
  sendMail: (step, facts, _, { recipients, optedOut }) => {
    const to = recipients(step.to, facts);
    if (to.length === 0) return skipped('recipient.none', { role: step.to.role });
    if (step.category === 'marketing' && step.to.role === 'client' && optedOut)
      return skipped('recipient.optedOut');
    return { status: 'done', reason: { code: 'send.sent', params: { recipients: to } }, recipients: to };
  },
  createTask: ({ title }, facts, _, { fill }) => {
    const filled = fill(title, facts).trim();
    return filled
      ? { status: 'done', reason: { code: 'task.created', params: { title: filled } } }
      : skipped('task.noTitle');
  },
  notifyStaff: ({ to }, facts, _, { recipients }) => {
    // Who owns the studio, and who belongs to it, stands in no record.
    const inRecord = to.role === 'address' ? to : to.role === 'staff' ? { role: to.role } : undefined;
    const who = inRecord ? recipients(inRecord, facts) : [noticeRecipientWords(to)];
    if (who.length === 0) return skipped('recipient.none', { role: to.role });
    return { status: 'done', reason: { code: 'send.sent', params: { recipients: who } } };
  },
  updateRecord,
  // What it leads to is a run of its own, and a rehearsal of its own.
  startWorkflow: ({ workflow }) =>
    workflow === null
      ? skipped('start.noWorkflow')
      : { status: 'done', reason: { code: 'start.requested', params: { workflowId: workflow } } },
};

/** The rehearsal of an effect, by the same rules as the effect itself. */
export function rehearseEffect(
  step: Step,
  facts: Facts,
  now: string,
  ports: RehearsalPorts,
): RehearsedEffect {
  const rehearse = rehearsed[step.kind as EffectKind] as
    ((step: Step, facts: Facts, now: string, ports: RehearsalPorts) => RehearsedEffect) | undefined;
  if (!rehearse) throw new Error(`A ${step.kind} step has no effect.`);
  return rehearse(step, facts, now, ports);
}

const skipped = (code: string, params: Readonly<Record<string, unknown>> = {}): RehearsedEffect => ({
  status: 'skipped',
  reason: { code, params },
});

function updateRecord(
  { record, set }: StepOf<'updateRecord'>,
  facts: Facts,
  _: string,
  { fill }: RehearsalPorts,
): RehearsedEffect {
  if (!facts[record]) return skipped('update.noRecord', { record });
  const values: Record<string, FactValue> = {};
  let event: EventType | undefined;
  for (const { field, op, value } of set) {
    const path = `${record}.${field}`;
    const before = values[field] ?? factAt(facts, path);
    const spec = settableOf(record, field);
    const text = spec?.choices ? value : fill(value, facts).trim();
    if (op !== 'set') {
      const entries = Array.isArray(before) ? (before as readonly string[]) : [];
      const others = entries.filter((one) => one !== text);
      values[field] = op === 'remove' ? others : entries.includes(text) ? entries : [...entries, text];
      continue;
    }
    if (text === '' && spec?.required) return skipped('update.emptyValue', { field: path });
    const next = standing(record, field, typeof before === 'string' ? before : '', text);
    if (next?.type === 'refused') return skipped('update.refused', { record, from: before, to: text });
    if (next?.type === 'becomes' && next.event) event = next.event;
    values[field] = text === '' ? null : text;
  }
  const changed = Object.keys(values).filter(
    (field) => JSON.stringify(values[field]) !== JSON.stringify(factAt(facts, `${record}.${field}`)),
  );
  if (changed.length === 0) return { status: 'done', reason: { code: 'update.nothingChanged' } };
  return {
    status: 'done',
    reason: { code: 'update.done', params: { record, changed } },
    change: { [record]: Object.fromEntries(changed.map((field) => [field, values[field]!])) },
    ...(event && { event }),
  };
}

/** What the rules of the record say of its new standing; undefined for a field that has none. */
function standing(record: UpdatableRecord, field: string, from: string, to: string): Becoming | undefined {
  if (record === 'booking' && field === 'status')
    return becoming.booking(from, to as 'confirmed' | 'completed' | 'cancelled');
  if (record === 'invoice' && field === 'status') return becoming.invoice(from, to as 'issued' | 'void');
  return record === 'project' && field === 'stage' ? becoming.project(from, to) : undefined;
}
