import type { ProblemMessages } from '../problems/problem.js';

/** Of workflows that start themselves and each other. */
export const loopMessages = {
  'loop.startsItself': {
    en: () =>
      'Every run of this workflow starts it again at once. Put a wait or a decision before this step.',
    de: () =>
      'Jeder Durchlauf startet diesen Ablauf sofort wieder. Setze ein Warten oder eine Entscheidung davor.',
  },
  'loop.startsAgain': {
    en: (p) =>
      `These workflows start each other: ${p['loop']}. After ${p['limit']} runs no more are started. Break the loop by a condition, or set "How often" of one of them to once.`,
    de: (p) =>
      `Diese Abläufe starten einander: ${p['loop']}. Nach ${p['limit']} Durchläufen startet keiner mehr. Unterbrich den Kreis mit einer Bedingung oder setze „Wie oft“ bei einem davon auf einmal.`,
  },
  'loop.startsSeveral': {
    en: (p) =>
      `One run of “${p['name']}” may start ${p['several']} runs that lead back here: ${p['loop']}. Their number grows with every round, and ends at ${p['limit']} runs for one event. Keep one of these steps, or let a decision choose between them.`,
    de: (p) =>
      `Ein Durchlauf von „${p['name']}“ kann ${p['several']} Durchläufe starten, die hierher zurückführen: ${p['loop']}. Ihre Zahl wächst mit jeder Runde und endet bei ${p['limit']} Durchläufen je Ereignis. Behalte einen dieser Schritte oder lass eine Entscheidung zwischen ihnen wählen.`,
  },
} as const satisfies ProblemMessages;
