import { readMailReport, type MailReport } from '../../message/reports/index.js';
import type { IncomingMail } from '../parse/incoming-mail.js';
import type { Person } from '../parse/people.js';
import { formPerson } from './form-person.js';
import {
  automaticSubject,
  isNobody,
  listSigns,
  machineSigns,
  receivedSubject,
  sign,
  silenceSigns,
  type Sign,
} from './signs.js';

export type MailKind = 'human' | 'automatic' | 'bounce' | 'complaint' | 'calendar' | 'list' | 'form';

export interface Classified {
  readonly kind: MailKind;
  /** `likely`: by signs that a person's mail can have as well. */
  readonly confidence: 'sure' | 'likely';
  readonly evidence: readonly Sign[];
  /** What it says of a mail that was sent. Only a name of a mail of ours makes it a report about that mail. */
  readonly report: MailReport | null;
  /** Why no machine may answer it; empty where one may. */
  readonly silence: readonly Sign[];
  /** Who wrote: of a form, the one who filled it in. Null where nobody did. */
  readonly person: Person | null;
}

/** What is known beside the mail. */
export interface MailContext {
  /** Keys of addresses that the owner marked as forms of the own website. */
  readonly formSenders: ReadonlySet<string>;
  /** Minutes since a mail of ours that this one answers; null where it answers none. */
  readonly minutesAfterOurs: number | null;
}

type Found = Pick<Classified, 'kind' | 'confidence' | 'evidence'>;
/** An answer that comes so soon, and is called like one, was not written by a person. */
const AT_ONCE = 5;
const scheduling = /^(?:REPLY|REQUEST|CANCEL|COUNTER|DECLINECOUNTER|REFRESH|ADD)$/;

/** Of which kind a mail is, and why. The first rule that says so. */
export function classify(mail: IncomingMail, context: MailContext): Classified {
  const report = readMailReport(mail.report) ?? null;
  const { kind, confidence, evidence } = ofReport(report) ??
    ofForm(mail, context) ??
    ofCalendar(mail) ??
    ofMachine(mail, context) ??
    ofList(mail) ?? { kind: 'human', confidence: 'sure', evidence: [] };
  const silence = [...silenceOf(mail), ...(kind === 'human' || kind === 'form' ? [] : [sign('kind', kind)])];
  return { kind, confidence, evidence, report, silence, person: personOf(mail, kind) };
}

function ofReport(report: MailReport | null): Found | undefined {
  if (!report) return undefined;
  const evidence = [sign(`report.${report.form}`, report.recipients.map(({ address }) => address).join(' '))];
  if (report.type === 'complained') return { kind: 'complaint', confidence: 'sure', evidence };
  // That a mail is late, or has arrived, is a note of a machine.
  if (report.type !== 'bounced') return { kind: 'automatic', confidence: 'sure', evidence };
  return { kind: 'bounce', confidence: report.form === 'text' ? 'likely' : 'sure', evidence };
}

function ofForm({ from }: IncomingMail, { formSenders }: MailContext): Found | undefined {
  const sender = from.find(({ key }) => formSenders.has(key));
  return sender && { kind: 'form', confidence: 'sure', evidence: [sign('formSender', sender.address)] };
}

function ofCalendar({ calendar }: IncomingMail): Found | undefined {
  if (!calendar || !scheduling.test(calendar.method)) return undefined;
  return { kind: 'calendar', confidence: 'sure', evidence: [sign('calendar', calendar.method)] };
}

function ofMachine(mail: IncomingMail, { minutesAfterOurs }: MailContext): Found | undefined {
  const evidence = machineSigns(mail.headers);
  if (evidence.length > 0) return { kind: 'automatic', confidence: 'sure', evidence };
  const isAtOnce = minutesAfterOurs !== null && minutesAfterOurs <= AT_ONCE;
  if (!isAtOnce || !(automaticSubject.test(mail.subject) || receivedSubject.test(mail.subject)))
    return undefined;
  return {
    kind: 'automatic',
    confidence: 'likely',
    evidence: [sign('subject', mail.subject), sign('minutesAfterOurs', String(minutesAfterOurs))],
  };
}

function ofList({ headers }: IncomingMail): Found | undefined {
  const evidence = listSigns(headers);
  return evidence.length > 0 ? { kind: 'list', confidence: 'sure', evidence } : undefined;
}

function silenceOf(mail: IncomingMail): readonly Sign[] {
  const nobody = [...mail.from, ...mail.replyTo].find(({ address }) => isNobody(address));
  return [
    ...silenceSigns(mail.headers),
    ...machineSigns(mail.headers),
    ...listSigns(mail.headers),
    ...(nobody ? [sign('nobody', nobody.address)] : []),
    // It may be a person who writes so; a machine that answers one would not stop.
    ...(automaticSubject.test(mail.subject) ? [sign('subject', mail.subject)] : []),
  ];
}

/** A form writes from an address of its own, and names the person it has answers for. */
function personOf(mail: IncomingMail, kind: MailKind): Person | null {
  if (kind === 'bounce' || kind === 'complaint') return null;
  if (kind === 'form') return formPerson(mail);
  const people = kind === 'human' ? [...mail.from, ...mail.replyTo] : mail.from;
  return people.find(({ address }) => !isNobody(address)) ?? null;
}
