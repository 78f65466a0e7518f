import { describeAnchor } from '@cueline/workflows';
import { sentence } from '../../kit/sentence.js';
import { language } from '../../messages/language.js';
import { fieldName } from './labels.js';

/** A date that is counted from, by itself: "The session", "Buchung: Beginn". */
export const anchorLabel = (path: string): string =>
  language === 'de' ? fieldName(path) : sentence(describeAnchor(path));

/** The same inside of a sentence. */
export const anchorInSentence = (path: string): string =>
  language === 'de' ? fieldName(path) : describeAnchor(path);
