import type { ProblemMessages } from '../../problems/problem.js';

export const noticeProblems = {
  'notify.noSubject': () => 'Say in the subject what it is about.',
} as const satisfies ProblemMessages;
