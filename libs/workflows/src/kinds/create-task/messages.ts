import type { ProblemMessages } from '../../problems/problem.js';

export const taskProblems = {
  'task.noTitle': { en: () => 'Say what is to be done.', de: () => 'Sag, was zu tun ist.' },
  'task.nobodyChosen': {
    en: () => 'Choose who gets the task.',
    de: () => 'Wähle, wer die Aufgabe bekommt.',
  },
  'task.assigneeMissing': {
    en: () => 'This person is not there any more. Choose somebody else.',
    de: () => 'Diese Person ist nicht mehr da. Wähle jemand anderen.',
  },
  'task.assigneeArchived': {
    en: (p) => `${p['name']} is archived. Choose somebody else.`,
    de: (p) => `${p['name']} ist archiviert. Wähle jemand anderen.`,
  },
  'task.staffUnavailable': {
    en: () => 'This workflow starts from a record that has no staff. Choose somebody else.',
    de: () => 'Dieser Ablauf startet mit einem Datensatz ohne Team. Wähle jemand anderen.',
  },
} as const satisfies ProblemMessages;
