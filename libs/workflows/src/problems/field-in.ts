import { fieldWords } from '../conditions/words.js';
import type { ProblemParams } from './problem.js';

/** The field that a problem is about, as its sentence names it. */
export const fieldIn = ({ field }: ProblemParams): string => fieldWords(String(field));
