import type { Refusal } from './apply.js';

const messages: Record<Refusal, string> = {
  noSuchStep: 'There is no such step in the draft.',
  noSuchPlace: 'There is no such place in the draft.',
  noSuchPath: 'The step has no such path, or the path does not fit this edit.',
  idTaken: 'The draft has a step or path with this id already.',
  intoItself: 'A step cannot be moved into one of its own paths.',
  tooManySteps: 'The workflow would have too many steps. Split it into several.',
  tooDeep: 'The paths would lie too deep inside each other.',
  notAPathStep: 'Only a decision has paths that can be changed.',
  pathsAreFixed:
    'The paths of this step are its own: they can be named and filled, not added, removed, moved or given conditions.',
  otherwiseStays: 'The path "otherwise" stays, and stays last.',
  wrongSettings: 'These settings do not fit the step.',
};

/** Why an edit was refused, in words. */
export const explainRefusal = (refusal: Refusal): string => messages[refusal];
