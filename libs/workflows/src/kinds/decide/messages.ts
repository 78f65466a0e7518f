import type { ProblemMessages } from '../../problems/problem.js';

export const decideProblems = {
  'decide.sameEitherWay': () =>
    'Whatever is decided, nothing different happens: all paths are empty. Add a step to one, or remove the decision.',
  'decide.noOtherwise': () => 'The path "otherwise" is missing. Add it as the last one.',
  'decide.otherwiseNotLast': () => 'The path "otherwise" must come last.',
  'decide.otherwiseWithCondition': () =>
    'The path "otherwise" has a condition. Remove it, or make it a path of its own.',
  'decide.onePath': () => 'A decision needs at least two paths.',
  'decide.noCondition': (p) => `Say when the path "${p['path']}" is taken.`,
  'path.changesNothing': (p) =>
    `The path "${p['path']}" does nothing, and neither do those after it. Add a step to it, or remove it.`,
} as const satisfies ProblemMessages;
