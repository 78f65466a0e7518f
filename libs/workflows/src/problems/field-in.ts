import { describeField } from '../conditions/describe.js';
import type { ProblemParams } from './problem.js';

/** The field that a problem is about, as its sentence names it. */
export const fieldIn = ({ field }: ProblemParams): string => describeField(String(field));
