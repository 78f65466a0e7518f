import type { ProblemMessages } from '../../problems/problem.js';

export const approveProblems = {
  'approve.noQuestion': () => 'Say what is to be approved.',
  'approve.sameEitherWay': () =>
    'Declined, the run goes on as if approved. Put an end on the path "Declined", or what is approved on the path "Approved".',
  'approve.noLimit': () =>
    'The path "No answer" is never taken, since there is no time limit. Set one, or empty the path.',
} as const satisfies ProblemMessages;
