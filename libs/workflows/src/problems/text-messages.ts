import { fieldIn } from './field-in.js';
import type { ProblemMessages, SpokenParams } from './problem.js';

const fallback = (p: SpokenParams): string => `{{ ${p['field']} | default("...") }}`;

export const textMessages = {
  'mail.fieldUnavailable': {
    en: (p) =>
      `The template "${p['name']}" uses ${fieldIn(p, 'en')}, which is not known when this workflow starts. Take it out of the template or choose another.`,
    de: (p) =>
      `Die Vorlage „${p['name']}“ verwendet ${fieldIn(p, 'de')}, was nicht bekannt ist, wenn dieser Ablauf startet. Nimm es aus der Vorlage oder wähle eine andere.`,
  },
  'mail.fieldMayBeEmpty': {
    en: (p) =>
      `The template "${p['name']}" uses ${fieldIn(p, 'en')}, which may be empty. Give it a fallback: ${fallback(p)}.`,
    de: (p) =>
      `Die Vorlage „${p['name']}“ verwendet ${fieldIn(p, 'de')}, was leer sein kann. Gib einen Ersatztext an: ${fallback(p)}.`,
  },
  'text.broken': {
    en: (p) => `This text has a mistake. ${p['mistake']}`,
    de: (p) => `Dieser Text hat einen Fehler. ${p['mistake']}`,
  },
  'text.doubtful': {
    en: (p) => `Look at this text again. ${p['mistake']}`,
    de: (p) => `Sieh dir diesen Text noch einmal an. ${p['mistake']}`,
  },
  'text.fieldUnavailable': {
    en: (p) =>
      `This text uses ${fieldIn(p, 'en')}, which is not known when this workflow starts. Take it out.`,
    de: (p) =>
      `Dieser Text verwendet ${fieldIn(p, 'de')}, was nicht bekannt ist, wenn dieser Ablauf startet. Nimm es heraus.`,
  },
  'text.fieldMayBeEmpty': {
    en: (p) => `This text uses ${fieldIn(p, 'en')}, which may be empty. Give it a fallback: ${fallback(p)}.`,
    de: (p) =>
      `Dieser Text verwendet ${fieldIn(p, 'de')}, was leer sein kann. Gib einen Ersatztext an: ${fallback(p)}.`,
  },
} as const satisfies ProblemMessages;
export type TextProblemCode = keyof typeof textMessages;
