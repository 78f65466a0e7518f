import type { Language } from '@cueline/workflows/language';
import type { BlockPlace } from './tree.js';

export type TemplatePart = 'subject' | 'preheader' | 'html' | 'text';

export type TemplateProblemCode =
  | 'syntax'
  | 'tooLong'
  | 'tooManyTags'
  | 'tooDeep'
  | 'refusedTag'
  | 'refusedExpression'
  | 'refusedName'
  | 'refusedLookup'
  | 'unknownFilter'
  | 'filterArguments'
  | 'unknownTest'
  | 'refusedPlace'
  | 'refusedAddress'
  | 'unevenBranches'
  | 'unknownField'
  | 'splitTag'
  | 'cssBraces'
  | 'commentHides'
  | 'strayCommentEnd'
  | 'encodedTag'
  | 'fewBraces'
  | 'leftover'
  | BlockProblemCode;

/** What can be wrong with a document of blocks alone. */
export type BlockProblemCode =
  | 'idTwice'
  | 'emptySubject'
  | 'emptyMail'
  | 'emptyLabel'
  | 'emptyAddress'
  | 'addressWithoutScheme'
  | 'noImage'
  | 'noAlt'
  | 'noRows'
  | 'conditionValue'
  | 'conditionOfType'
  | 'formatOfType'
  | 'typedTag'
  | 'typedPlaceholder'
  | 'mayBeEmpty'
  | 'size';

/** One thing wrong with a template; `line` and `column` count from 1, `offset` from 0 in the part. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** A template with an error is not published and not mailed; a warning is for a person to judge. */
  readonly severity: 'error' | 'warning';
  readonly part: TemplatePart;
  readonly line: number;
  readonly column: number;
  readonly offset?: number;
  /** Where it is in a template made of blocks; line and column are 1 there. */
  readonly block?: BlockPlace;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Thrown inside the walk to leave one statement at its first problem; never leaves this folder. */
export class TemplateFault extends Error {
  constructor(
    readonly code: TemplateProblemCode,
    readonly node: { readonly lineno: number; readonly colno: number },
    readonly params: TemplateProblem['params'] = {},
  ) {
    super(code);
  }
}

/** A problem's sentence in each language. */
export type Sentences = Readonly<Record<Language, (params: TemplateProblem['params']) => string>>;
