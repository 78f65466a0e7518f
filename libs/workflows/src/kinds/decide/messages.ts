import type { ProblemMessages } from '../../problems/problem.js';

export const decideProblems = {
  'decide.sameEitherWay': {
    en: () =>
      'Whatever is decided, nothing different happens: all paths are empty. Add a step to one, or remove the decision.',
    de: () =>
      'Wie auch entschieden wird, geschieht dasselbe: Alle Wege sind leer. Füge einem einen Schritt hinzu oder entferne die Entscheidung.',
  },
  'decide.noOtherwise': {
    en: () => 'The path "otherwise" is missing. Add it as the last one.',
    de: () => 'Der Weg „Sonst“ fehlt. Füge ihn als letzten hinzu.',
  },
  'decide.otherwiseNotLast': {
    en: () => 'The path "otherwise" must come last.',
    de: () => 'Der Weg „Sonst“ muss zuletzt kommen.',
  },
  'decide.otherwiseWithCondition': {
    en: () => 'The path "otherwise" has a condition. Remove it, or make it a path of its own.',
    de: () => 'Der Weg „Sonst“ hat eine Bedingung. Entferne sie oder mache einen eigenen Weg daraus.',
  },
  'decide.onePath': {
    en: () => 'A decision needs at least two paths.',
    de: () => 'Eine Entscheidung braucht mindestens zwei Wege.',
  },
  'decide.noCondition': {
    en: (p) => `Say when the path "${p['path']}" is taken.`,
    de: (p) => `Sag, wann der Weg „${p['path']}“ genommen wird.`,
  },
  'path.changesNothing': {
    en: (p) =>
      `The path "${p['path']}" does nothing, and neither do those after it. Add a step to it, or remove it.`,
    de: (p) =>
      `Der Weg „${p['path']}“ bewirkt nichts, und die nach ihm auch nicht. Füge ihm einen Schritt hinzu oder entferne ihn.`,
  },
} as const satisfies ProblemMessages;
