import type { ProblemMessages } from '../../problems/problem.js';

export const authorProblems = {
  'mail.noStaffThere': {
    en: () => 'This workflow starts from a record that has no staff. Choose another sender.',
    de: () => 'Dieser Ablauf startet mit einem Datensatz ohne Team. Wähle einen anderen Absender.',
  },
  'mail.authorNotChosen': {
    en: () => 'Choose in whose name the email leaves.',
    de: () => 'Wähle, in wessen Namen die E-Mail geht.',
  },
  'mail.authorMissing': {
    en: () => 'The person in whose name it leaves is not there any more. Choose somebody else.',
    de: () => 'Die Person, in deren Namen sie geht, ist nicht mehr da. Wähle jemand anderen.',
  },
  'mail.authorArchived': {
    en: (p) => `${p['name']} is archived. Choose in whose name the email leaves.`,
    de: (p) => `${p['name']} ist archiviert. Wähle, in wessen Namen die E-Mail geht.`,
  },
} as const satisfies ProblemMessages;

export const mailProblems = {
  ...authorProblems,
  'mail.noTemplate': { en: () => 'Choose a template.', de: () => 'Wähle eine Vorlage.' },
  'mail.templateMissing': {
    en: () => 'The template does not exist any more. Choose another.',
    de: () => 'Die Vorlage gibt es nicht mehr. Wähle eine andere.',
  },
  'mail.templateArchived': {
    en: (p) => `The template "${p['name']}" is archived. Choose another or bring it back.`,
    de: (p) => `Die Vorlage „${p['name']}“ ist archiviert. Wähle eine andere oder hole sie zurück.`,
  },
  'mail.templateBroken': {
    en: (p) =>
      `The template "${p['name']}" has mistakes. ${p['mistake'] ? `${p['mistake']} ` : ''}Open it to fix them.`,
    de: (p) =>
      `Die Vorlage „${p['name']}“ hat Fehler. ${p['mistake'] ? `${p['mistake']} ` : ''}Öffne sie, um sie zu beheben.`,
  },
} as const satisfies ProblemMessages;
