import { fieldIn } from '../../problems/field-in.js';
import type { ProblemMessages } from '../../problems/problem.js';

export const updateProblems = {
  'update.nothing': () => 'Nothing is changed. Add a change, or remove the step.',
  'update.recordUnavailable': (p) =>
    `The ${p['record']} is not known when this workflow starts. Choose another record.`,
  'update.recordMayBeMissing': (p) =>
    `There may be no ${p['record']} when this workflow starts. The step is then skipped.`,
  'update.notSettable': (p) =>
    `${fieldIn(p)} cannot be changed like this by a workflow. Choose another field.`,
  'update.changedTwice': (p) => `${fieldIn(p)} is changed twice. Keep one of the changes.`,
  'update.wrongValue': (p) => `Enter what becomes of ${fieldIn(p)}, in at most ${p['limit']} characters.`,
} as const satisfies ProblemMessages;
