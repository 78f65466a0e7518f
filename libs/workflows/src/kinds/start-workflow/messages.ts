import { recordLabel } from '../../catalogue/labels.js';
import type { Texts } from '../../language/language.js';
import type { ProblemMessages } from '../../problems/problem.js';

const states: Readonly<Record<string, Texts>> = {
  draft: { en: 'not published yet', de: 'noch nicht veröffentlicht' },
  paused: { en: 'paused', de: 'pausiert' },
  archived: { en: 'archived', de: 'archiviert' },
};
const state = (value: unknown, language: keyof Texts): string =>
  states[String(value)]?.[language] ?? String(value);

export const startProblems = {
  'start.noWorkflow': { en: () => 'Choose a workflow.', de: () => 'Wähle einen Ablauf.' },
  'start.workflowMissing': {
    en: () => 'The workflow does not exist any more. Choose another.',
    de: () => 'Den Ablauf gibt es nicht mehr. Wähle einen anderen.',
  },
  'start.notPublished': {
    en: (p) =>
      `The workflow "${p['name']}" is ${state(p['state'], 'en')}: it would not start. Publish it, or choose another.`,
    de: (p) =>
      `Der Ablauf „${p['name']}“ ist ${state(p['state'], 'de')}: Er würde nicht starten. Veröffentliche ihn oder wähle einen anderen.`,
  },
  'start.neverAgain': {
    en: () =>
      'This workflow starts only once for each record or client, so it does not start itself again. Set "How often" to every time.',
    de: () =>
      'Dieser Ablauf startet nur einmal je Datensatz oder Kunde und deshalb nicht noch einmal sich selbst. Setze „Wie oft“ auf jedes Mal.',
  },
  'start.otherRecord': {
    en: (p) =>
      `The workflow "${p['name']}" is about a ${p['needs']}, this one about a ${p['has']}. Choose another.`,
    de: (p) =>
      `Beim Ablauf „${p['name']}“ geht es um „${recordLabel(String(p['needs']), 'de')}“, bei diesem um „${recordLabel(String(p['has']), 'de')}“. Wähle einen anderen.`,
  },
  'start.recordMissing': {
    en: (p) =>
      `The workflow "${p['name']}" needs a ${p['record']}, which is not known when this workflow starts. Choose another.`,
    de: (p) =>
      `Der Ablauf „${p['name']}“ braucht „${recordLabel(String(p['record']), 'de')}“, was nicht bekannt ist, wenn dieser Ablauf startet. Wähle einen anderen.`,
  },
} as const satisfies ProblemMessages;
