import type { ProblemMessages } from '../../problems/problem.js';

export const noticeProblems = {
  'notify.noSubject': {
    en: () => 'Say in the subject what it is about.',
    de: () => 'Sag im Betreff, worum es geht.',
  },
} as const satisfies ProblemMessages;
