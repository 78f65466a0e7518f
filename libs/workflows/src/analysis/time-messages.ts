import type { ProblemMessages, SpokenParams } from '../problems/problem.js';
import { describeAnchor } from '../timing/describe-anchor.js';

const reached = {
  en: ({ by, reached: moment }: SpokenParams): string =>
    by ? `"${by}" has waited until "${moment}".` : `the workflow starts "${moment}".`,
  de: ({ by, reached: moment }: SpokenParams): string =>
    by ? `„${by}“ hat bis „${moment}“ gewartet.` : `Der Ablauf startet „${moment}“.`,
};

/** Of waits, limits and dates that cannot come true. */
export const timeMessages = {
  'workflow.tooLong': {
    en: (p) =>
      `The waits up to here come to ${p['given']} years. A run may last ${p['years']} years at most: make some of them shorter.`,
    de: (p) =>
      `Bis hierher wird insgesamt ${p['given']} Jahre gewartet. Ein Durchlauf dauert höchstens ${p['years']} Jahre: Kürze einige Wartezeiten.`,
  },
  'trigger.onceForAllDates': {
    en: (p) =>
      p['reentry'] === 'once-per-contact'
        ? `It runs once for each client: neither the next record nor ${describeAnchor(String(p['anchor']), 'en')} that moves starts it again. Set "How often" to every time, which is once for each date.`
        : `When ${describeAnchor(String(p['anchor']), 'en')} moves after this has run, it does not run again. Set "How often" to every time, which is once for each date.`,
    de: (p) =>
      p['reentry'] === 'once-per-contact'
        ? 'Der Ablauf startet einmal je Kunde: Weder der nächste Datensatz noch ein verschobenes Datum startet ihn noch einmal. Setze „Wie oft“ auf jedes Mal, das heißt einmal je Datum.'
        : `Verschiebt sich ${describeAnchor(String(p['anchor']), 'de', 'nominative')} nach einem Durchlauf, startet kein neuer. Setze „Wie oft“ auf jedes Mal, das heißt einmal je Datum.`,
  },
  'wait.certainlyPast': {
    en: (p) =>
      `A run gets here only after "${p['moment']}": ${reached.en(p)} Change their order, or one of the dates.`,
    de: (p) =>
      `Ein Durchlauf kommt erst nach „${p['moment']}“ hierher: ${reached.de(p)} Ändere die Reihenfolge oder eins der Daten.`,
  },
  'limit.certainlyPast': {
    en: (p) =>
      `Nothing can happen in time here, since "${p['moment']}" is past: ${reached.en(p)} Set a later limit.`,
    de: (p) =>
      `Hier kann nichts rechtzeitig geschehen, weil „${p['moment']}“ vorbei ist: ${reached.de(p)} Setze eine spätere Frist.`,
  },
} as const satisfies ProblemMessages;
