import { text, type ReasonMessages, type ReasonParams } from '../../reasons/reason-message.js';

const english = (p: ReasonParams): string => (p['person'] ? ` for ${text(p['person'])}` : '');
const german = (p: ReasonParams): string => (p['person'] ? ` für ${text(p['person'])}` : '');

/** Why a step came to what it came to. */
export const taskReasons = {
  'task.created': {
    real: {
      en: (p) => `Task “${text(p['title'])}” created${english(p)}.`,
      de: (p) => `Aufgabe „${text(p['title'])}“${german(p)} angelegt.`,
    },
    rehearsed: {
      en: (p) => `Would create the task “${text(p['title'])}”${english(p)}.`,
      de: (p) => `Würde die Aufgabe „${text(p['title'])}“${german(p)} anlegen.`,
    },
  },
  'task.createdForNobody': {
    real: {
      en: (p) =>
        `Task “${text(p['title'])}” created, but nobody is there to have it: it is in the studio’s list.`,
      de: (p) =>
        `Aufgabe „${text(p['title'])}“ angelegt, aber niemand ist dafür da: Sie steht in der Liste des Studios.`,
    },
    rehearsed: {
      en: (p) =>
        `Would create the task “${text(p['title'])}”, with nobody there to do it: it would be in the studio’s list.`,
      de: (p) =>
        `Würde die Aufgabe „${text(p['title'])}“ anlegen, ohne dass jemand dafür da ist: Sie stünde in der Liste des Studios.`,
    },
  },
  'task.noTitle': {
    en: () => 'Filled in with these facts, the task’s title is empty.',
    de: () => 'Mit diesen Daten gefüllt, ist der Titel der Aufgabe leer.',
  },
} as const satisfies ReasonMessages;
