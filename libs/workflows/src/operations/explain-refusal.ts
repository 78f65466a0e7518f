import type { Language, Texts } from '../language/language.js';
import type { Refusal } from './apply.js';

const texts: Readonly<Record<Refusal, Texts>> = {
  noSuchStep: {
    en: 'There is no such step in the draft.',
    de: 'Diesen Schritt gibt es im Entwurf nicht.',
  },
  noSuchPlace: {
    en: 'There is no such place in the draft.',
    de: 'Diese Stelle gibt es im Entwurf nicht.',
  },
  noSuchPath: {
    en: 'The step has no such path, or the path does not fit this edit.',
    de: 'Der Schritt hat diesen Weg nicht, oder der Weg passt nicht zu dieser Änderung.',
  },
  idTaken: {
    en: 'The draft has a step or path with this id already.',
    de: 'Der Entwurf hat schon einen Schritt oder Weg mit dieser Kennung.',
  },
  intoItself: {
    en: 'A step cannot be moved into one of its own paths.',
    de: 'Ein Schritt kann nicht in einen seiner eigenen Wege verschoben werden.',
  },
  tooManySteps: {
    en: 'The workflow would have too many steps. Split it into several.',
    de: 'Der Ablauf hätte zu viele Schritte. Teile ihn auf mehrere auf.',
  },
  tooDeep: {
    en: 'The paths would lie too deep inside each other.',
    de: 'Die Wege lägen zu tief ineinander.',
  },
  notAPathStep: {
    en: 'Only a decision has paths that can be changed.',
    de: 'Nur eine Entscheidung hat Wege, die sich ändern lassen.',
  },
  pathsAreFixed: {
    en: 'The paths of this step are its own: they can be named and filled, not added, removed, moved or given conditions.',
    de: 'Die Wege dieses Schritts gehören zu ihm: Sie lassen sich benennen und füllen, nicht hinzufügen, entfernen, verschieben oder mit Bedingungen versehen.',
  },
  otherwiseStays: {
    en: 'The path "otherwise" stays, and stays last.',
    de: 'Der Weg „Sonst“ bleibt, und zwar als letzter.',
  },
  wrongSettings: {
    en: 'These settings do not fit the step.',
    de: 'Diese Einstellungen passen nicht zum Schritt.',
  },
};

/** Why an edit was refused. */
export const explainRefusal = (refusal: Refusal, language: Language): string => texts[refusal][language];
