import type { Problem } from '../analysis/problem.js';
import { structureProblems } from '../analysis/structure-problems.js';
import type { Definition } from '../definition/definition.js';

/** What keeps a definition from being rehearsed: where two steps or paths share an id nobody can say which one is meant. */
export const rehearsalObstacles = (definition: Definition): readonly Problem[] =>
  structureProblems(definition).filter(({ code }) => code.endsWith('.duplicateId'));
