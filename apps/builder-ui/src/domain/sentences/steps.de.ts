import type { Definition, Recipient, Step, StepKind, StepOf, WaitUntil } from '@cueline/workflows';
import { eventsDe } from '../labels/language.de.js';
import { choiceLabel, eventLabel, fieldLabel, recordLabel } from '../labels/labels.js';
import { pathLabel } from '../labels/places.js';
import type { Names } from '../use-names.js';
import { conditionDe, durationDe, limitDe, momentDe, windowDe } from './moments.de.js';

const recipients = {
  client: 'den Kunden',
  vendors: 'die Dienstleister',
  staff: 'das Team der Buchung',
  inquirer: 'die anfragende Person',
  owner: 'den Inhaber',
  members: 'alle im Studio',
} as const;

const to = (recipient: Recipient | StepOf<'notifyStaff'>['to']): string =>
  recipient.role === 'address' ? recipient.address || 'eine Adresse' : recipients[recipient.role];

const ifPast: Readonly<Record<WaitUntil['ifPast'], string>> = {
  'go-on': 'ist das vorbei, weitermachen',
  'skip-next': 'ist das vorbei, den nächsten Schritt überspringen',
  end: 'ist das vorbei, enden',
};

const when = (event: string): string =>
  (eventsDe as Readonly<Record<string, { readonly when: string }>>)[event]?.when ?? event;

type Sentences = { readonly [K in StepKind]: (step: StepOf<K>, names: Names) => string };

/** What a step does, in one sentence, as the workflow language says it in English; a kind without one does not compile. */
const sentences: Sentences = {
  sendMail: (step, { templates }) => {
    const name = step.template && templates.get(step.template);
    const approved = step.approval ? ', sobald jemand sie freigibt' : '';
    return `E-Mail${name ? ` „${name}“` : ''} an ${to(step.to)}${approved}${step.window ? `, ${windowDe(step.window)}` : ''}`;
  },
  wait: (step) => {
    if (step.until) return `Warten bis ${momentDe(step.until)}; ${ifPast[step.until.ifPast]}`;
    if (step.window) return `Warten, bis gesendet werden darf: ${windowDe(step.window)}`;
    if (!step.for) return 'Warten';
    return step.for.amount === 0 ? 'Sofort weiter' : `${durationDe(step.for)} warten`;
  },
  decide: ({ paths }) => `Entscheiden: ${paths.map(pathLabel).join(', ')}`,
  createTask: ({ title, assignee, due }, { staff }) => {
    const who =
      assignee.role === 'owner'
        ? ''
        : ` für ${assignee.role === 'staff' ? 'das Team der Buchung' : ((assignee.id && staff.get(assignee.id)) ?? 'jemanden')}`;
    return `Aufgabe${title ? ` „${title}“` : ' anlegen'}${who}${due ? `, fällig nach ${durationDe(due)}` : ''}`;
  },
  updateRecord: ({ record, set }) => {
    const changes = set.map(({ field, op, value }) => {
      const what = fieldLabel(`${record}.${field}`);
      if (op !== 'set') return `${what} ${op === 'add' ? 'erhält' : 'verliert'} ${value}`;
      return value ? `${what} wird ${choiceLabel(`${record}.${field}`, value)}` : `${what} wird geleert`;
    });
    return `${recordLabel(record)} ändern${changes.length > 0 ? `: ${changes.join(', ')}` : ''}`;
  },
  waitForEvent: ({ event, when: only, limit }) =>
    `Warten, bis ${when(event)}${only ? ` und ${conditionDe(only)}` : ''}, ${limitDe(limit)}`,
  approve: ({ question, limit }) =>
    `Freigabe einholen${question ? `: ${question}` : ''}${limit ? `, ${limitDe(limit)}` : ''}`,
  startWorkflow: ({ workflow }, { workflows }) => {
    const name = workflow && workflows.get(workflow);
    return name ? `Ablauf „${name}“ starten` : 'Anderen Ablauf starten';
  },
  notifyStaff: (step) => `${to(step.to)} benachrichtigen${step.subject ? `: ${step.subject}` : ''}`,
  callWebhook: ({ url }) => `${URL.canParse(url) ? new URL(url).host : 'Webhook'} aufrufen`,
  end: ({ reason }) => (reason ? `Ende: ${reason}` : 'Den Durchlauf beenden'),
};

export function stepSentenceDe<K extends StepKind>(step: Step & { readonly kind: K }, names: Names): string {
  const sentence = sentences[step.kind] as (one: Step, names: Names) => string;
  return upper(sentence(step, names));
}

const often = {
  'once-per-record': 'Einmal je Datensatz',
  'once-per-contact': 'Einmal je Kunde',
  'every-time': 'Jedes Mal',
} as const;

/** The card of what starts a workflow. */
export function triggerCardDe({ trigger, exitOn }: Pick<Definition, 'trigger' | 'exitOn'>) {
  const only = trigger.when && conditionDe(trigger.when);
  const title =
    trigger.type === 'event'
      ? `${eventLabel(trigger.event)}${only ? `, und ${only}` : ''}`
      : `${upper(momentDe(trigger.moment))}${only ? `, wenn ${only}` : ''}`;
  const early = exitOn.map(({ event }) => when(event)).join(' oder ');
  return { title, detail: `${often[trigger.reentry]}${early && `; endet vorzeitig, wenn ${early}`}` };
}

const upper = (text: string): string => text.slice(0, 1).toLocaleUpperCase('de') + text.slice(1);
