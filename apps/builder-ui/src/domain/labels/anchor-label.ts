import { describeAnchor, upperFirst } from '@cueline/workflows';
import { language } from '../../messages/language.js';

/** A date that is counted from, by itself: "The session", "Der Termin". */
export const anchorLabel = (path: string): string => upperFirst(describeAnchor(path, language, 'nominative'));

/** The same inside of a sentence. */
export const anchorInSentence = (path: string): string => describeAnchor(path, language, 'nominative');
