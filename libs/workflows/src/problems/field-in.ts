import { fieldName } from '../catalogue/labels.js';
import type { Language } from '../language/language.js';
import type { SpokenParams } from './problem.js';

/** The field that a problem is about, as its sentence names it. */
export const fieldIn = ({ field }: SpokenParams, language: Language): string =>
  fieldName(String(field), language);
