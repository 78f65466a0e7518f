import { text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const taskReasons = {
  'task.created': {
    real: (p) => `Task “${text(p['title'])}” created${p['person'] ? ` for ${text(p['person'])}` : ''}.`,
    rehearsed: (p) =>
      `Would create the task “${text(p['title'])}”${p['person'] ? ` for ${text(p['person'])}` : ''}.`,
  },
  'task.createdForNobody': {
    real: (p) =>
      `Task “${text(p['title'])}” created, but nobody is there to have it: it stands in the studio’s list.`,
    rehearsed: (p) =>
      `Would create the task “${text(p['title'])}”, with nobody there to do it: it would be in the studio’s list.`,
  },
  'task.noTitle': () => 'Filled in with these facts, the task’s title is empty.',
} as const satisfies ReasonMessages;
