import type { ReasonCode } from '../reasons/reason.js';
import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { Step, StepOf } from '../kinds/step.js';
import type { EffectResult } from '../interpreter/state.js';
import type { EffectKind } from '../kinds/entry.js';
import { describeNoticeRecipient } from '../kinds/notify-staff/notify-staff.js';
import { webhookTargetOf, type WebhookAllow } from '../kinds/call-webhook/webhook-target.js';
import type { Recipient } from '../kinds/send-mail/step.js';
import { taskTextOf } from '../kinds/create-task/outcome.js';
import { decideOf } from '../kinds/decide/outcome.js';
import type { Filled } from '../kinds/filled.js';
import { updateOf, type FieldValue } from '../kinds/update-record/outcome.js';
import type { Delay } from '../kinds/send-mail/mail-delay.js';
import { mailsPlaced } from './later-mails.js';
import type { MailedOnDay } from './mails-of-day.js';
import type { RehearsedEffect } from './rehearsed-effect.js';

/** What of the studio's world a rehearsal asks, and what cannot be known from facts alone. */
export interface RehearsalPorts {
  /** The addresses of a role, as the record stands. */
  readonly recipients: (to: Recipient, facts: Facts) => readonly string[];
  /** What workflows may send to one address in a day of the brand's calendar; without it any number. */
  readonly mailsPerDay?: number | null;
  /** What workflows have sent already, by the days of the brand's calendar. */
  readonly mailed?: readonly MailedOnDay[];
  /** What of a stranger's words a mail of the step would carry that no machine sends on; the parameters of its reason. */
  readonly advertised?: (step: StepOf<'sendMail'>, facts: Facts) => object | undefined;
  /** The client refused marketing. */
  readonly optedOut: boolean;
  /** A line and a text with their merge fields filled in. */
  readonly fill: (line: string, text: string, facts: Facts) => Filled;
  /** Servers that webhooks may call whatever their address; absent: what an operator could allow is let pass. */
  readonly webhookAllow?: WebhookAllow;
}

/** The ports, and what the mails of the rehearsal itself come to. */
export interface RehearsalWorld extends RehearsalPorts {
  /** Gives a mail to an address its place: now, or the first later one with room; undefined where a person decides. */
  readonly place: (address: string, now: string, step: StepOf<'sendMail'>) => Delay | undefined;
}

type Rehearsed = {
  readonly [K in EffectKind]: (
    step: StepOf<K>,
    facts: Facts,
    now: string,
    ports: RehearsalWorld,
  ) => RehearsedEffect;
};

/** One for each kind that a worker carries out: a kind without its rehearsal does not compile. */
const rehearsed: Rehearsed = {
  decide: (step, facts, now) => {
    const { outcome, reason } = decideOf(step, facts, now);
    return { status: 'done', ...(outcome !== undefined && { outcome }), reason };
  },
  sendMail: (step, facts, now, { recipients, optedOut, mailsPerDay, place, advertised }) => {
    const to = recipients(step.to, facts);
    if (to.length === 0) return skipped('recipient.none', { role: step.to.role });
    if (step.category === 'marketing' && step.to.role === 'client' && optedOut)
      return skipped('recipient.optedOut');
    const found = step.approval ? undefined : advertised?.(step, facts);
    if (found) return skipped('mail.nameAdvertises', found);
    const places = to.map((address) => ({ address, at: place(address, now, step)?.at }));
    return mailsPlaced(places, now, mailsPerDay);
  },
  createTask: (step, facts, _, { fill }) => {
    const text = taskTextOf(step, (line, text) => fill(line, text, facts));
    if (!text.ok) return failed(text.code, text.params);
    return { status: 'done', reason: { code: 'task.created', params: { title: text.title } } };
  },
  notifyStaff: ({ to, subject, text }, facts, _, { recipients, fill }) => {
    // Who owns the studio, and who belongs to it, stands in no record.
    const inRecord = to.role === 'address' ? to : to.role === 'staff' ? { role: to.role } : undefined;
    const who = inRecord ? recipients(inRecord, facts) : [describeNoticeRecipient(to)];
    if (who.length === 0) return skipped('recipient.none', { role: to.role });
    const filled = fill(subject, text, facts);
    if (!filled.ok) return failed(filled.code, filled.params);
    const reason = { code: 'send.sent', params: { recipients: who } } as const;
    return { status: 'done', reason, recipients: who, subject: filled.line };
  },
  updateRecord,
  // Nobody is called: that it is taken is how a rehearsal goes on.
  callWebhook: ({ url }, _facts, _now, { webhookAllow }) => {
    const target = webhookTargetOf(url, webhookAllow);
    if (!target.ok) return failed(target.code, target.params);
    return { status: 'done', reason: { code: 'webhook.delivered', params: { host: target.host } } };
  },
  // What it leads to is a run of its own, and a rehearsal of its own.
  startWorkflow: ({ workflow }) =>
    workflow === null
      ? failed('start.workflowMissing')
      : { status: 'done', reason: { code: 'start.requested', params: { workflowId: workflow } } },
};

/** The rehearsal of an effect, by the same rules as the effect itself. */
export function rehearseEffect(
  step: Step,
  facts: Facts,
  now: string,
  ports: RehearsalWorld,
): RehearsedEffect {
  const rehearse = rehearsed[step.kind as EffectKind] as
    ((step: Step, facts: Facts, now: string, ports: RehearsalWorld) => RehearsedEffect) | undefined;
  if (!rehearse) throw new Error(`A ${step.kind} step has no effect.`);
  return rehearse(step, facts, now, ports);
}

const not =
  (status: 'skipped' | 'failed') =>
  (code: ReasonCode, params: object = {}): RehearsedEffect => ({
    status,
    reason: { code, params: { ...params } },
  });
const skipped = not('skipped');
const failed = not('failed');

function updateRecord(
  step: StepOf<'updateRecord'>,
  facts: Facts,
  _: string,
  { fill }: RehearsalWorld,
): RehearsedEffect {
  const { record } = step;
  if (!facts[record]) return skipped('update.noRecord', { record });
  const read = (field: string) => factAt(facts, `${record}.${field}`);
  const decided = updateOf(
    step,
    (field) => read(field) as FieldValue | null,
    (line, text) => fill(line, text, facts),
  );
  if (!decided.ok) return skipped(decided.code, decided.params);
  const values = Object.entries(decided.values).map(
    ([field, value]) => [field, value === '' ? null : value] as const,
  );
  const changes = values.filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(read(field)));
  if (changes.length === 0) return { status: 'done', reason: { code: 'update.nothingChanged' } };
  const event = decided.statusChange?.event;
  return {
    status: 'done',
    reason: { code: 'update.done', params: { record, changed: changes.map(([field]) => field) } },
    change: { [record]: Object.fromEntries(changes) },
    ...(event && { event }),
  };
}

/** What the interpreter is told of it. */
export function resultOf({ status, outcome, reason }: RehearsedEffect): EffectResult {
  if (status === 'waiting') return { type: 'pending' };
  if (status === 'done') return { type: 'done', ...(outcome !== undefined && { outcome }) };
  return { type: status, reason: { code: reason.code } };
}
