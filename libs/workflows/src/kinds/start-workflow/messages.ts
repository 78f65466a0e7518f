import type { ProblemMessages } from '../../problems/problem.js';

export const startProblems = {
  'start.noWorkflow': () => 'Choose a workflow.',
  'start.workflowMissing': () => 'The workflow does not exist any more. Choose another.',
  'start.notPublished': (p) =>
    `The workflow "${p['name']}" is ${p['state'] === 'draft' ? 'not published yet' : p['state']}: it would not start. Publish it, or choose another.`,
  'start.neverAgain': () =>
    'This workflow starts only once for each record or client, so it does not start itself again. Set "How often" to every time.',
  'start.otherRecord': (p) =>
    `The workflow "${p['name']}" is about a ${p['needs']}, this one about a ${p['has']}. Choose another.`,
  'start.recordMissing': (p) =>
    `The workflow "${p['name']}" needs a ${p['record']}, which is not known when this workflow starts. Choose another.`,
} as const satisfies ProblemMessages;
