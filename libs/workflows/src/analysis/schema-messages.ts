import type { Texts } from '../language/language.js';
import type { ProblemMessages, SpokenParams } from '../problems/problem.js';

const types: Readonly<Record<string, Texts>> = {
  array: { en: 'a list', de: 'eine Liste' },
  object: { en: 'an object', de: 'ein Objekt' },
  record: { en: 'an object', de: 'ein Objekt' },
  string: { en: 'text', de: 'ein Text' },
  number: { en: 'a number', de: 'eine Zahl' },
  int: { en: 'a whole number', de: 'eine ganze Zahl' },
  boolean: { en: 'yes or no', de: 'ja oder nein' },
  null: { en: 'empty', de: 'leer' },
};
const type = (value: unknown, language: keyof Texts): string =>
  types[String(value)]?.[language] ?? String(value);

const units: Readonly<Record<string, Texts>> = {
  string: { en: ' characters long', de: ' Zeichen lang' },
  array: { en: ' entries long', de: ' Einträge lang' },
};
const limit = (p: SpokenParams, language: keyof Texts): string =>
  `${p['limit']}${units[String(p['of'])]?.[language] ?? ''}`;

/** Of JSON that is no definition. */
export const schemaMessages = {
  'definition.tooDeep': {
    en: (p) =>
      `Paths may lie ${p['limit']} deep inside each other at most. Move some steps into a workflow of their own.`,
    de: (p) =>
      `Wege dürfen höchstens ${p['limit']} tief ineinander liegen. Verschiebe einige Schritte in einen eigenen Ablauf.`,
  },
  'definition.tooLarge': {
    en: () => 'This workflow is too large. Split it into several.',
    de: () => 'Dieser Ablauf ist zu groß. Teile ihn auf mehrere auf.',
  },
  'definition.tooManySteps': {
    en: (p) => `A workflow has at most ${p['limit']} steps. Split it into several.`,
    de: (p) => `Ein Ablauf hat höchstens ${p['limit']} Schritte. Teile ihn auf mehrere auf.`,
  },
  'definition.unknownVersion': {
    en: (p) =>
      `This is written in version ${p['given']} of the workflow language. Known here: ${p['known']}.`,
    de: (p) => `Das ist in Version ${p['given']} der Ablaufsprache geschrieben. Hier bekannt: ${p['known']}.`,
  },
  'definition.unknownKey': {
    en: (p) => `There is no setting "${p['key']}" here. Remove it.`,
    de: (p) => `Die Einstellung „${p['key']}“ gibt es hier nicht. Entferne sie.`,
  },
  'definition.missing': {
    en: (p) => `"${p['key']}" is missing.`,
    de: (p) => `„${p['key']}“ fehlt.`,
  },
  'definition.wrongType': {
    en: (p) => `This must be ${type(p['expected'], 'en')}, not ${type(p['given'], 'en')}.`,
    de: (p) => `Hier muss stehen: ${type(p['expected'], 'de')}, nicht ${type(p['given'], 'de')}.`,
  },
  'definition.notAllowed': {
    en: (p) => `Allowed here: ${p['allowed']}.`,
    de: (p) => `Hier erlaubt: ${p['allowed']}.`,
  },
  'definition.tooSmall': {
    en: (p) => `This must be at least ${limit(p, 'en')}.`,
    de: (p) => `Das muss mindestens ${limit(p, 'de')} sein.`,
  },
  'definition.tooBig': {
    en: (p) => `This must be at most ${limit(p, 'en')}.`,
    de: (p) => `Das darf höchstens ${limit(p, 'de')} sein.`,
  },
  'definition.wrongShape': { en: (p) => String(p['detail']), de: (p) => String(p['detail']) },
} as const satisfies ProblemMessages;
