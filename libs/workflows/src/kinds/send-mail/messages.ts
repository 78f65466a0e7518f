import type { ProblemMessages } from '../../problems/problem.js';

export const mailProblems = {
  'mail.noTemplate': () => 'Choose a template.',
  'mail.templateMissing': () => 'The template does not exist any more. Choose another.',
  'mail.templateArchived': (p) => `The template "${p['name']}" is archived. Choose another or bring it back.`,
  'mail.templateBroken': (p) =>
    `The template "${p['name']}" has mistakes. ${p['mistake'] ? `${p['mistake']} ` : ''}Open it to fix them.`,
} as const satisfies ProblemMessages;
