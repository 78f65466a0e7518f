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
  | 'unknownField';

/** One thing wrong with a template; `line` and `column` count from 1. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  readonly part: TemplatePart;
  readonly line: number;
  readonly column: number;
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

const words: Record<TemplateProblemCode, (p: TemplateProblem['params']) => string> = {
  syntax: (p) => `This cannot be read: ${p['detail']}. Check the braces and tags here.`,
  tooLong: (p) => `A template part has at most ${p['limit']} characters. Shorten it.`,
  tooManyTags: (p) =>
    `A template part has at most ${p['limit']} tags, names and signs inside them. Shorten it.`,
  tooDeep: () => 'Conditions or brackets lie too deep inside each other. Make it simpler.',
  refusedTag: (p) => `"${p['tag']}" is not available in templates. Use if, for and set alone.`,
  refusedExpression: (p) =>
    `${p['what']} is not available in templates. Use fields, filters and comparisons.`,
  refusedName: (p) =>
    `"${p['name']}" cannot be used as a name. Use letters and digits, as in client.firstName.`,
  refusedLookup: () => 'A field is named in full, as in client.firstName; it cannot be computed.',
  unknownFilter: (p) =>
    `There is no filter "${p['name']}".${p['nearest'] ? ` Did you mean "${p['nearest']}"?` : ''}`,
  filterArguments: (p) => `The filter "${p['name']}" takes ${p['takes']}.`,
  unknownTest: (p) => `There is no test "${p['name']}". Known: defined, empty.`,
  refusedPlace: (p) => `A field cannot stand ${p['place']}. Put it into text or into a quoted attribute.`,
  refusedAddress: () =>
    'A link in a mail may start with https:, http:, mailto:, tel:, sms:, geo: or webcal: alone, a picture also with cid:. Change the address.',
  unevenBranches: () =>
    'An "if" or "for" opens a tag that it does not close, so fields behind it cannot be made safe. Close it inside.',
  unknownField: (p) =>
    `There is no field "${p['field']}".${p['nearest'] ? ` Did you mean "${p['nearest']}"?` : ''}`,
};

/** What is wrong, and how to mend it. */
export const explainTemplateProblem = ({ code, params }: TemplateProblem): string => words[code](params);
