import type { ProblemMessages } from '../../problems/problem.js';

export const mailProblems = {
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
