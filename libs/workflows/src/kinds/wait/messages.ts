import type { Texts } from '../../language/language.js';
import type { ProblemMessages } from '../../problems/problem.js';

const ways: Readonly<Record<string, Texts>> = {
  for: { en: 'for', de: 'so lange' },
  until: { en: 'until', de: 'bis zu einem Datum' },
  window: { en: 'window', de: 'bis gesendet werden darf' },
};
const way = (value: unknown): string => ways[String(value)]?.de ?? String(value);

export const waitProblems = {
  'wait.noMoment': {
    en: () => 'Say how long to wait, or until when.',
    de: () => 'Sag, wie lange gewartet wird oder bis wann.',
  },
  'wait.twoMoments': {
    en: (p) => `This wait says both "${p['first']}" and "${p['second']}". Keep one of them.`,
    de: (p) => `Dieses Warten sagt „${way(p['first'])}“ und „${way(p['second'])}“. Behalte eins davon.`,
  },
  'wait.noTime': {
    en: () => 'This wait lasts no time. Set how long, or remove it.',
    de: () => 'Dieses Warten dauert nicht. Setze eine Dauer oder entferne es.',
  },
} as const satisfies ProblemMessages;
