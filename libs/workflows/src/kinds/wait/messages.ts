import type { ProblemMessages } from '../../problems/problem.js';

export const waitProblems = {
  'wait.noMoment': () => 'Say how long to wait, or until when.',
  'wait.twoMoments': (p) => `This wait says both "${p['first']}" and "${p['second']}". Keep one of them.`,
  'wait.noTime': () => 'This wait lasts no time. Set how long, or remove it.',
} as const satisfies ProblemMessages;
