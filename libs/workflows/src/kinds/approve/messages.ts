import type { ProblemMessages } from '../../problems/problem.js';

export const approveProblems = {
  'approve.noQuestion': {
    en: () => 'Say what is to be approved.',
    de: () => 'Sag, was freigegeben werden soll.',
  },
  'approve.sameEitherWay': {
    en: () =>
      'Declined, the run goes on as if approved. Put an end on the path "Declined", or what is approved on the path "Approved".',
    de: () =>
      'Abgelehnt geht der Durchlauf weiter wie freigegeben. Setze ein Ende auf den Weg „Abgelehnt“ oder das Freizugebende auf den Weg „Freigegeben“.',
  },
  'approve.noLimit': {
    en: () =>
      'The path "No answer" is never taken, since there is no time limit. Set one, or empty the path.',
    de: () =>
      'Der Weg „Keine Antwort“ wird nie genommen, weil es keine Frist gibt. Setze eine oder leere den Weg.',
  },
} as const satisfies ProblemMessages;
