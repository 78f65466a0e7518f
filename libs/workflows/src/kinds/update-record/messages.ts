import { recordLabel } from '../../catalogue/labels.js';
import { fieldIn } from '../../problems/field-in.js';
import type { ProblemMessages, SpokenParams } from '../../problems/problem.js';

const recordDe = (p: SpokenParams): string => `„${recordLabel(String(p['record']), 'de')}“`;

export const updateProblems = {
  'update.nothing': {
    en: () => 'Nothing is changed. Add a change, or remove the step.',
    de: () => 'Nichts wird geändert. Füge eine Änderung hinzu oder entferne den Schritt.',
  },
  'update.recordUnavailable': {
    en: (p) => `The ${p['record']} is not known when this workflow starts. Choose another record.`,
    de: (p) => `${recordDe(p)} ist nicht bekannt, wenn dieser Ablauf startet. Wähle einen anderen Datensatz.`,
  },
  'update.recordMayBeMissing': {
    en: (p) => `There may be no ${p['record']} when this workflow starts. The step is then skipped.`,
    de: (p) => `${recordDe(p)} kann fehlen, wenn dieser Ablauf startet. Der Schritt wird dann übersprungen.`,
  },
  'update.notSettable': {
    en: (p) => `${fieldIn(p, 'en')} cannot be changed like this by a workflow. Choose another field.`,
    de: (p) => `${fieldIn(p, 'de')} kann ein Ablauf so nicht ändern. Wähle ein anderes Feld.`,
  },
  'update.changedTwice': {
    en: (p) => `${fieldIn(p, 'en')} is changed twice. Keep one of the changes.`,
    de: (p) => `${fieldIn(p, 'de')} wird zweimal geändert. Behalte eine der Änderungen.`,
  },
  'update.wrongValue': {
    en: (p) => `Enter what becomes of ${fieldIn(p, 'en')}, in at most ${p['limit']} characters.`,
    de: (p) => `Gib ein, was ${fieldIn(p, 'de')} wird, in höchstens ${p['limit']} Zeichen.`,
  },
} as const satisfies ProblemMessages;
