import type { ProblemMessages } from '../../problems/problem.js';

export const taskProblems = {
  'task.noTitle': () => 'Say what is to be done.',
  'task.nobodyChosen': () => 'Choose who gets the task.',
  'task.assigneeMissing': () => 'This person is not there any more. Choose somebody else.',
  'task.assigneeArchived': (p) => `${p['name']} is archived. Choose somebody else.`,
  'task.staffUnavailable': () =>
    'This workflow starts from a record that has no staff. Choose somebody else.',
} as const satisfies ProblemMessages;
