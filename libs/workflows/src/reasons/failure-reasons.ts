import type { Language } from '../language/language.js';
import { text, type ReasonParams, type Sentences } from './reason-message.js';

/** Why a step cannot succeed as things are: it has failed until a person changes something and has it tried again. */
export type FailureCode =
  | 'failure.text'
  | 'failure.number'
  | 'failure.date'
  | 'failure.zone'
  | 'failure.currency'
  | 'failure.locale'
  | 'failure.value'
  | 'failure.rule'
  | 'failure.recordMissing'
  | 'failure.tooLarge'
  | 'failure.product'
  | 'failure.noAnswer'
  | 'failure.gaveUp';

/** Why a step has to wait although nothing is wrong with it: it is tried again by itself. */
export type LaterCause = 'database' | 'busy' | 'crowded' | 'noAnswer';
export type LaterCode = `later.${LaterCause}`;

const laterReasons: Readonly<Record<LaterCode, Sentences>> = {
  'later.database': {
    en: () => 'The database cannot be reached just now. The step is tried again by itself as soon as it can.',
    de: () =>
      'Die Datenbank ist gerade nicht erreichbar. Der Schritt wird von selbst noch einmal versucht, sobald sie es ist.',
  },
  'later.busy': {
    en: () =>
      'Something else is working on the same record, or the database is busy. The step is tried again by itself.',
    de: () =>
      'Etwas anderes arbeitet am selben Datensatz, oder die Datenbank ist ausgelastet. Der Schritt wird von selbst noch einmal versucht.',
  },
  'later.crowded': {
    en: () => 'Many runs of the studio are at work at this moment. This one takes its turn.',
    de: () => 'Viele Durchläufe des Studios arbeiten gerade. Dieser kommt an die Reihe.',
  },
  'later.noAnswer': {
    en: () => 'The step took too long and was broken off. It is tried again by itself.',
    de: () => 'Der Schritt dauerte zu lange und wurde abgebrochen. Er wird von selbst noch einmal versucht.',
  },
};

const failedReasons: Readonly<Record<FailureCode, Sentences>> = {
  'failure.text': {
    en: () =>
      'A text that the step writes holds characters that cannot be stored. Correct the text or the field it comes from, then retry the step.',
    de: () =>
      'Ein Text, den der Schritt schreibt, enthält Zeichen, die sich nicht speichern lassen. Berichtige den Text oder das Feld, aus dem er kommt, und versuche den Schritt noch einmal.',
  },
  'failure.number': {
    en: () => 'A number that the step writes is too large or is no number. Correct it, then retry the step.',
    de: () =>
      'Eine Zahl, die der Schritt schreibt, ist zu groß oder keine Zahl. Berichtige sie und versuche den Schritt noch einmal.',
  },
  'failure.date': {
    en: () =>
      'A date or time that the step uses does not exist or is out of range. Correct it, then retry the step.',
    de: () =>
      'Ein Datum oder eine Uhrzeit des Schritts gibt es nicht oder liegt zu weit weg. Berichtige die Angabe und versuche den Schritt noch einmal.',
  },
  'failure.zone': {
    en: (p) =>
      `The time zone${p['zone'] ? ` “${text(p['zone'])}”` : ''} is not known. Choose another one in the settings of the brand or the client, then retry the step.`,
    de: (p) =>
      `Die Zeitzone${p['zone'] ? ` „${text(p['zone'])}“` : ''} ist nicht bekannt. Wähle in den Einstellungen der Marke oder des Kunden eine andere und versuche den Schritt noch einmal.`,
  },
  'failure.currency': {
    en: () => 'A currency that the step uses is not known. Correct it, then retry the step.',
    de: () =>
      'Eine Währung, die der Schritt verwendet, ist nicht bekannt. Berichtige sie und versuche den Schritt noch einmal.',
  },
  'failure.locale': {
    en: () =>
      'The language or region that the step formats by is not known. Choose another one in the settings of the brand or the client, then retry the step.',
    de: () =>
      'Die Sprache oder Region, nach der der Schritt schreibt, ist nicht bekannt. Wähle in den Einstellungen der Marke oder des Kunden eine andere und versuche den Schritt noch einmal.',
  },
  'failure.value': {
    en: () => 'A value that the step writes does not fit its field. Correct it, then retry the step.',
    de: () =>
      'Ein Wert, den der Schritt schreibt, passt nicht in sein Feld. Berichtige ihn und versuche den Schritt noch einmal.',
  },
  'failure.rule': {
    en: () =>
      'The step would change a record in a way that its rules do not allow. Check the record, then retry the step.',
    de: () =>
      'Der Schritt würde einen Datensatz so ändern, wie es nicht erlaubt ist. Prüfe den Datensatz und versuche den Schritt noch einmal.',
  },
  'failure.recordMissing': {
    en: () => 'A record that the step needs does not exist any more.',
    de: () => 'Einen Datensatz, den der Schritt braucht, gibt es nicht mehr.',
  },
  'failure.tooLarge': {
    en: () => 'What the step writes is too large to be stored. Shorten it, then retry the step.',
    de: () =>
      'Was der Schritt schreibt, ist zu groß zum Speichern. Kürze es und versuche den Schritt noch einmal.',
  },
  'failure.product': {
    en: () =>
      'Cueline itself made an error at this step. The log of the worker names it under the id of this run. Retry the step once it is fixed, or skip it.',
    de: () =>
      'Cueline selbst hat bei diesem Schritt einen Fehler gemacht. Das Protokoll des Workers nennt ihn unter der Kennung dieses Durchlaufs. Versuche den Schritt noch einmal, sobald der Fehler behoben ist, oder überspringe ihn.',
  },
  'failure.noAnswer': {
    en: () => 'The step was broken off again and again, since it took too long. Retry it, or skip it.',
    de: () =>
      'Der Schritt wurde immer wieder abgebrochen, weil er zu lange dauerte. Versuche ihn noch einmal oder überspringe ihn.',
  },
  'failure.gaveUp': {
    en: (p) => `It was tried for two days without success.${lastTime(p, 'en')} Retry the step, or skip it.`,
    de: (p) =>
      `Zwei Tage lang wurde es ohne Erfolg versucht.${lastTime(p, 'de')} Versuche den Schritt noch einmal oder überspringe ihn.`,
  },
};

const lastTimes: Readonly<Record<Language, string>> = { en: 'The last time', de: 'Zuletzt' };

/** What kept the last attempt from success, in the first sentence of its reason. */
function lastTime(p: ReasonParams, language: Language): string {
  const code = text(p['last']);
  if (!Object.hasOwn(laterReasons, code)) return '';
  const why = laterReasons[code as LaterCode][language]({});
  return ` ${lastTimes[language]}: ${/^.*?\./.exec(why)![0]}`;
}

/** Why a step failed that could not be carried out, or is put off. */
export const failureReasons: Readonly<Record<FailureCode | LaterCode, Sentences>> = {
  ...failedReasons,
  ...laterReasons,
};
