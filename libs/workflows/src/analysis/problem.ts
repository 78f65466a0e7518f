import { kindMessages, type KindProblemCode } from '../kinds/registry.js';
import type { ProblemMessage, ProblemOf } from '../problems/problem.js';
import { sharedMessages, type SharedProblemCode } from '../problems/shared-messages.js';
import { definitionMessages } from './definition-messages.js';

export type { ProblemParams, Severity } from '../problems/problem.js';

/** Everything that can be wrong with a definition; a code without a message does not compile. */
export type ProblemCode = keyof typeof definitionMessages | SharedProblemCode | KindProblemCode;

/** One thing wrong with a definition: data for the edge, which makes the sentence (explainProblem). */
export type Problem = ProblemOf<ProblemCode>;

export const problemMessages: Readonly<Record<ProblemCode, ProblemMessage>> = {
  ...sharedMessages,
  ...kindMessages,
  ...definitionMessages,
};
