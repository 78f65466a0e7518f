import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { Step, StepOf } from '../kinds/step.js';
import type { EffectKind } from '../kinds/entry.js';
import type { Filled } from '../kinds/filled.js';
import { personIn, type NamedStaff, type People } from '../kinds/people.js';
import { webhookCallOf, webhookDelivered } from '../kinds/call-webhook/outcome.js';
import type { WebhookAllow } from '../kinds/call-webhook/webhook-target.js';
import { assigneeMeant, newTaskOf, taskCreated } from '../kinds/create-task/outcome.js';
import { decideOf } from '../kinds/decide/outcome.js';
import { noticeContentOf, noticeRecipientsOf, noticeRefusal } from '../kinds/notify-staff/outcome.js';
import type { Delay } from '../kinds/send-mail/mail-delay.js';
import { advertisementRefusal, mailRefusal, recipientsOf } from '../kinds/send-mail/outcome.js';
import { startOutcome } from '../kinds/start-workflow/outcome.js';
import { recordUpdateOf, type FieldValue } from '../kinds/update-record/outcome.js';
import { mailsOutcome } from '../kinds/mail-outcome.js';
import { mailsPlaced } from './later-mails.js';
import type { MailedOnDay } from './mails-of-day.js';
import type { RehearsedEffect } from './rehearsed-effect.js';
import type { Reason } from '../reasons/reason.js';

type MailCategory = StepOf<'sendMail'>['category'];
export type Suppression = (address: string, category: MailCategory) => Reason | undefined;

/** What of the studio's world a rehearsal asks, and what cannot be known from facts alone. */
export interface RehearsalPorts {
  /** Those on the booking and of the studio, who stand in no fact. */
  readonly people: People;
  /** The studio's staff, whom a step may name; absent: whoever is named is there. */
  readonly staff?: readonly NamedStaff[];
  /** What workflows may send to one address in a day of the brand's calendar; without it any number. */
  readonly mailsPerDay?: number | null;
  /** What workflows have sent already, by the days of the brand's calendar. */
  readonly mailed?: readonly MailedOnDay[];
  /** What of a stranger's words a mail of the step would carry that no machine sends on; the parameters of its reason. */
  readonly advertised?: (step: StepOf<'sendMail'>, facts: Facts) => object | undefined;
  /** The client refused marketing. */
  readonly optedOut: boolean;
  /** Why an address gets no mail of a category; without it every address does. */
  readonly suppression?: Suppression;
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

type Rehearse<K extends EffectKind> = (
  step: StepOf<K>,
  facts: Facts,
  now: string,
  ports: RehearsalWorld,
) => RehearsedEffect;

/** One for each kind that a worker carries out: a kind without its rehearsal does not compile. Each kind's `outcome.ts` says what it comes to. */
const rehearsed: { readonly [K in EffectKind]: Rehearse<K> } = {
  decide: (step, facts, now) => ({ status: 'done', ...decideOf(step, facts, now) }),
  sendMail: (step, facts, now, { mailsPerDay, place, advertised, ...ports }) => {
    const recipients = recipientsOf(step.to, facts, ports.people);
    const refusal = mailRefusal(step, recipients, ports.optedOut);
    if (refusal) return refusal;
    const found = step.approval ? undefined : advertised?.(step, facts);
    if (found) return advertisementRefusal(found);
    const { mailboxes, without } = recipients;
    const places = mailboxes.map(({ address }) => {
      const why = suppressionOf(address, step.category, facts, ports);
      return why ? { address, at: undefined, why } : { address, at: place(address, now, step)?.at };
    });
    return mailsPlaced({ places, without }, now, mailsPerDay);
  },
  createTask: (step, facts, now, { fill, people, staff }) => {
    const zone = factAt(facts, 'brand.zone');
    const task = newTaskOf(
      step,
      (line, text) => fill(line, text, facts),
      now,
      typeof zone === 'string' ? zone : undefined,
    );
    if (!task.ok) return task;
    const [own] = personIn(facts, 'staff');
    const meant = assigneeMeant(step.assignee, own && 'own');
    if (meant === 'nobody') return taskCreated(step, task.title, undefined);
    if (meant === 'first-on-booking') return taskCreated(step, task.title, people.staffOnBooking[0]);
    const named = staff ? staff.find(({ id }) => id === meant.member) : { name: '' };
    return taskCreated(step, task.title, step.assignee.role === 'staff' ? own : named);
  },
  notifyStaff: (step, facts, _, { people, fill, suppression }) => {
    const { mailboxes, without } = noticeRecipientsOf(step.to, facts, people);
    const refusal = noticeRefusal(step, { mailboxes, without });
    if (refusal) return refusal;
    const addresses = mailboxes.map(({ address }) => address);
    const content = noticeContentOf(step, (line, text) => fill(line, text, facts), '');
    if (!content.ok)
      return mailsOutcome(
        addresses.map(() => ({ state: 'failed', why: content.reason })),
        addresses,
        without,
      );
    const sent = mailsOutcome(
      addresses.map((address) => {
        const why = suppression?.(address, 'transactional');
        return why ? { state: 'suppressed', why } : { state: 'sent' };
      }),
      addresses,
      without,
    );
    return { ...sent, subject: content.subject };
  },
  updateRecord: (step, facts, _, { fill }) => {
    const { record } = step;
    const read =
      facts[record] && ((field: string) => factAt(facts, `${record}.${field}`) as FieldValue | null);
    const update = recordUpdateOf(step, read, (line, text) => fill(line, text, facts));
    if (!update.ok) return update;
    const { outcome, values, statusChange } = update;
    // What is emptied holds nothing, as a fact.
    const change = Object.entries(values).map(([field, value]) => [field, value === '' ? null : value]);
    const event = statusChange?.event;
    return {
      ...outcome,
      ...(change.length > 0 && { change: { [record]: Object.fromEntries(change) as Facts[string] } }),
      ...(event && { event }),
    };
  },
  // Nobody is called: that it is taken is how a rehearsal goes on.
  callWebhook: (step, _facts, _now, { webhookAllow }) => {
    const call = webhookCallOf(step, webhookAllow);
    return call.ok ? webhookDelivered(call.host) : call;
  },
  // What it leads to is a run of its own, and a rehearsal of its own.
  startWorkflow: (step) => startOutcome(step, step.workflow === null ? undefined : {}),
};

/** By the list, or because it is the address of a client who refused marketing, in whatever role. */
function suppressionOf(
  address: string,
  category: MailCategory,
  facts: Facts,
  { optedOut, suppression }: RehearsalPorts,
): Reason | undefined {
  const listed = suppression?.(address, category);
  if (listed || category !== 'marketing' || !optedOut) return listed;
  const own = factAt(facts, 'client.email');
  return typeof own === 'string' && own.toLowerCase() === address.toLowerCase()
    ? { code: 'recipient.optedOut' }
    : undefined;
}

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
