import { fieldName, recordLabel, choiceLabel } from '../../catalogue/labels.js';
import type { Language } from '../../language/language.js';
import { list, text, type ReasonMessages, type ReasonParams } from '../../reasons/reason-message.js';

const changed = (p: ReasonParams, language: Language): string =>
  list(p['changed'])
    .map((field) => fieldName(`${text(p['record'])}.${field}`, language))
    .join(', ');
const field = (p: ReasonParams, language: Language): string => fieldName(text(p['field']), language);
const recordDe = (p: ReasonParams): string => `„${recordLabel(text(p['record']), 'de')}“`;
const statusDe = (p: ReasonParams, status: string): string =>
  choiceLabel(`${text(p['record'])}.status`, status, 'de');

/** Why a step came to what it came to. */
export const updateReasons = {
  'update.done': {
    real: { en: (p) => `Changed: ${changed(p, 'en')}.`, de: (p) => `Geändert: ${changed(p, 'de')}.` },
    rehearsed: {
      en: (p) => `Would change: ${changed(p, 'en')}.`,
      de: (p) => `Würde ändern: ${changed(p, 'de')}.`,
    },
  },
  'update.nothingChanged': { en: () => 'It stood so already.', de: () => 'Das war schon so.' },
  'update.noRecord': {
    en: (p) => `There is no ${text(p['record'])} to change.`,
    de: (p) => `Zum Ändern fehlt der Datensatz ${recordDe(p)}.`,
  },
  'update.refused': {
    en: (p) => `A ${text(p['from'])} ${text(p['record'])} cannot become ${text(p['to'])}.`,
    de: (p) =>
      `${recordDe(p)} kann nicht von „${statusDe(p, text(p['from']))}“ zu „${statusDe(p, text(p['to']))}“ wechseln.`,
  },
  'update.notSettable': {
    en: (p) => `${field(p, 'en')} cannot be changed like this by a workflow.`,
    de: (p) => `${field(p, 'de')} kann ein Ablauf so nicht ändern.`,
  },
  'update.emptyValue': {
    en: (p) => `Filled in with these facts, there is nothing for ${field(p, 'en')}.`,
    de: (p) => `Mit diesen Daten gefüllt, bleibt nichts für ${field(p, 'de')}.`,
  },
  'update.listFull': {
    en: (p) => `${field(p, 'en')} has ${String(p['limit'])} entries already.`,
    de: (p) => `${field(p, 'de')} hat schon ${String(p['limit'])} Einträge.`,
  },
} as const satisfies ReasonMessages;
