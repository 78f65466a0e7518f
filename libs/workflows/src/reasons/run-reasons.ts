import { eventTypeOf } from '../catalogue/event-types.js';
import { eventLabel, fieldName } from '../catalogue/labels.js';
import type { Language, Texts } from '../language/language.js';
import { describeAnchor } from '../timing/describe-anchor.js';
import type { IfPast } from '../timing/when-due.js';
import { describeMoment } from '../timing/describe.js';
import { text, type ReasonMessages, type ReasonParams } from './reason-message.js';
import { takenOverMessage } from './taken-over-message.js';

/** What a run does where the moment that it was to wait for is past. */
const ifPast: Readonly<Record<IfPast, Texts>> = {
  'go-on': { en: 'it goes on', de: 'es geht weiter' },
  'skip-next': { en: 'it skips the next step', de: 'der nächste Schritt wird übersprungen' },
  end: { en: 'it ends', de: 'der Durchlauf endet' },
};
const then = (p: ReasonParams, language: Language): string => ifPast[text(p['then']) as IfPast][language];
const moment = (p: ReasonParams, name: string, language: Language): string =>
  describeMoment(text(p[name]), language);
const detail = { en: (p: ReasonParams) => text(p['detail']), de: (p: ReasonParams) => text(p['detail']) };

const states: Readonly<Record<string, string>> = {
  draft: 'ein Entwurf',
  paused: 'pausiert',
  archived: 'archiviert',
};

/** Why a run or a step, whatever its kind, came to what it came to. */
export const runReasons = {
  'exit.event': {
    en: (p) =>
      `It ended early because of this: ${eventTypeOf(text(p['event']))?.label.toLowerCase() ?? 'an event that ends it'}.`,
    de: (p) =>
      `Vorzeitig beendet. Der Grund: ${eventTypeOf(text(p['event'])) ? eventLabel(text(p['event']), 'de') : 'ein Ereignis, das ihn beendet'}.`,
  },
  'exit.bookingCancelled': { en: () => 'The booking is cancelled.', de: () => 'Die Buchung ist abgesagt.' },
  'exit.invoiceVoid': { en: () => 'The invoice is void.', de: () => 'Die Rechnung ist storniert.' },
  'ended.byStep': { en: () => 'It reached an end.', de: () => 'Der Durchlauf kam an ein Ende.' },
  'ended.past': {
    en: () => 'The moment that it was to wait for was past already.',
    de: () => 'Der Zeitpunkt, auf den gewartet werden sollte, war schon vorbei.',
  },
  'wait.due': {
    real: { en: () => 'The wait ends then.', de: () => 'Dann endet das Warten.' },
    rehearsed: { en: () => 'Would wait until then.', de: () => 'Würde bis dahin warten.' },
  },
  'wait.over': {
    real: { en: () => 'What it waited for has come.', de: () => 'Das Warten ist vorbei.' },
    rehearsed: { en: () => 'What it would wait for has come.', de: () => 'Das Warten wäre vorbei.' },
  },
  'wait.past': {
    en: (p) => `${moment(p, 'moment', 'en')} was past already: ${then(p, 'en')}.`,
    de: (p) => `${moment(p, 'moment', 'de')} war schon vorbei: ${then(p, 'de')}.`,
  },
  'wait.noDate': {
    en: (p) =>
      `${fieldName(text(p['field']), 'en')} is empty. Enter it in the record, and the run goes on by itself.`,
    de: (p) =>
      `„${fieldName(text(p['field']), 'de')}“ ist leer. Trage es im Datensatz ein, dann geht der Durchlauf von selbst weiter.`,
  },
  'wait.noMoment': {
    en: () => 'The step does not say how long to wait.',
    de: () => 'Der Schritt sagt nicht, wie lange gewartet wird.',
  },
  'skip.past': {
    en: () => 'Passed over, since the moment before it was past.',
    de: () => 'Übergangen, weil der Zeitpunkt davor schon vorbei war.',
  },
  'time.badZone': detail,
  'time.badMoment': detail,
  'time.outOfRange': detail,
  'time.neverOpen': detail,
  'time.badHours': detail,
  'approval.answered': {
    en: () => 'Somebody had answered already.',
    de: () => 'Jemand hatte schon geantwortet.',
  },
  'brand.missing': {
    en: () => 'The record belongs to no brand.',
    de: () => 'Der Datensatz gehört zu keiner Marke.',
  },
  'paused.byPerson': {
    en: () => 'Somebody paused it: nothing new begins until it is resumed.',
    de: () => 'Jemand hat den Durchlauf pausiert: Bis er fortgesetzt wird, beginnt nichts Neues.',
  },
  'paused.workflow': {
    en: () => 'Its workflow is paused, and it goes on with that.',
    de: () => 'Der Ablauf ist pausiert; der Durchlauf geht mit ihm weiter.',
  },
  'skipped.byPerson': { en: () => 'Somebody skipped it.', de: () => 'Jemand hat den Schritt übersprungen.' },
  'forced.byPerson': { en: () => 'Somebody ended the wait.', de: () => 'Jemand hat das Warten beendet.' },
  'stopped.byPerson': {
    en: () => 'Somebody stopped the run.',
    de: () => 'Jemand hat den Durchlauf gestoppt.',
  },
  'match.started': { en: () => 'It started.', de: () => 'Der Durchlauf ist gestartet.' },
  'match.condition': {
    en: () => 'The condition of the trigger does not hold.',
    de: () => 'Die Bedingung des Starts trifft nicht zu.',
  },
  'match.reentry': {
    en: () => 'It has run for this before, and runs once.',
    de: () => 'Dafür gab es schon einen Durchlauf, und mehr als einer ist nicht vorgesehen.',
  },
  'match.otherBrand': {
    en: (p) => `It is not for the brand ${text(p['brand'])}.`,
    de: (p) => `Der Ablauf gilt nicht für die Marke ${text(p['brand'])}.`,
  },
  'match.chainTooLong': {
    en: (p) => `${String(p['limit'])} runs have led to one another: a workflow that starts itself ends here.`,
    de: (p) =>
      `${String(p['limit'])} Durchläufe haben einander gestartet: Ein Ablauf, der sich selbst startet, endet hier.`,
  },
  'match.chainTooBroad': {
    en: (p) =>
      `One event has led to ${String(p['limit'])} runs by workflows that start others, the most that are started for it.`,
    de: (p) =>
      `Ein Ereignis hat über Abläufe, die andere starten, zu ${String(p['limit'])} Durchläufen geführt. Mehr werden dafür nicht gestartet.`,
  },
  'match.notPublished': {
    en: (p) => `The workflow was not published, but ${text(p['state'])}.`,
    de: (p) =>
      `Der Ablauf war nicht veröffentlicht, sondern ${states[text(p['state'])] ?? text(p['state'])}.`,
  },
  'match.past': {
    en: (p) =>
      `The moment was past already: ${moment(p, 'due', 'en')}, counted from ${describeAnchor(text(p['anchor']), 'en')} on ${moment(p, 'date', 'en')}, which was known on ${moment(p, 'knownAt', 'en')}.`,
    de: (p) =>
      `Der Zeitpunkt war schon vorbei: ${moment(p, 'due', 'de')}, gezählt von ${describeAnchor(text(p['anchor']), 'de')} am ${moment(p, 'date', 'de')}, bekannt seit dem ${moment(p, 'knownAt', 'de')}.`,
  },
  'match.takenOver': takenOverMessage,
  'rehearsal.person': {
    en: () => 'A person did this in the rehearsal.',
    de: () => 'Das hat in der Probe jemand getan.',
  },
  'run.ended': { en: () => 'The run had ended.', de: () => 'Der Durchlauf war zu Ende.' },
} as const satisfies ReasonMessages;
