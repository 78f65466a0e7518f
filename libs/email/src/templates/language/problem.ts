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
  | 'leftover';

/** One thing wrong with a template; `line` and `column` count from 1, `offset` from 0 in the part. */
export interface TemplateProblem {
  readonly code: TemplateProblemCode;
  /** A template with an error is not published and not mailed; a warning is for a person to judge. */
  readonly severity: 'error' | 'warning';
  readonly part: TemplatePart;
  readonly line: number;
  readonly column: number;
  readonly offset?: number;
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

const messages: Record<TemplateProblemCode, (p: TemplateProblem['params']) => string> = {
  syntax: (p) => `This cannot be read: ${p['detail']}. ${p['fix'] ?? 'Check the braces and tags here.'}`,
  tooLong: (p) => `A template part has at most ${p['limit']} characters. Shorten it.`,
  tooManyTags: (p) =>
    `A template part has at most ${p['limit']} tags, names and signs inside them. Shorten it.`,
  tooDeep: () => 'Conditions or brackets lie too deep inside each other. Make it simpler.',
  refusedTag: (p) => `"${p['tag']}" is not available in templates. Use if, for and set alone.`,
  refusedExpression: (p) =>
    `${p['what']} is not available in templates. Use fields, filters and comparisons.`,
  refusedName: (p) =>
    `"${p['name']}" cannot be used as a name${oddCharacter(String(p['name']))}. Use letters and digits, as in client.firstName.`,
  refusedLookup: () => 'A field is named in full, as in client.firstName; it cannot be computed.',
  unknownFilter: (p) =>
    `There is no filter "${p['name']}".${p['nearest'] ? ` Did you mean "${p['nearest']}"?` : ''}`,
  filterArguments: (p) => `The filter "${p['name']}" takes ${p['takes']}.`,
  unknownTest: (p) => `There is no test "${p['name']}". Known: defined, empty.`,
  refusedPlace: (p) => `A field cannot stand ${p['place']}. Put it into text or into a quoted attribute.`,
  refusedAddress: () =>
    'A link in a mail may start with https:, http:, mailto:, tel:, sms:, geo: or webcal: alone, a picture also with cid:. Change the address.',
  unevenBranches: () =>
    'An "if" or "for" opens a tag that it does not close, so fields after it cannot be made safe. Close it inside.',
  unknownField: (p) =>
    `There is no field "${p['field']}".${p['nearest'] ? ` Did you mean "${p['nearest']}"?` : ''}`,
  splitTag: (p) => `A tag is split by ${p['markup']}. Write it without formatting inside: ${p['write']}`,
  cssBraces: () =>
    '"{{" in a style sheet begins a field, and no field can stand there. If it is CSS, write "{ {" with a blank between.',
  commentHides: (p) =>
    `This comment ("{#" to "#}") hides what lies in it, <${p['tag']}> among it: that is not mailed. If it is no comment, write "{ #" with a blank between.`,
  strayCommentEnd: () => '"#}" closes no comment. Remove it, or begin the comment with "{#".',
  encodedTag: (p) =>
    `"${p['found']}" is a field whose braces an editor has rewritten: it would be mailed as it is. Write ${p['write']}`,
  fewBraces: (p) =>
    `"${p['found']}" would be mailed as it is: a field has two braces on each side. Write ${p['write']}`,
  leftover: (p) =>
    p['sure']
      ? `"${p['found']}" is a placeholder of another program, and would be mailed as it is. Insert ${p['label']} instead: ${p['write']}`
      : `"${p['found']}" may be a placeholder that nobody has filled in, and is mailed as it is. If so, insert a field instead.`,
};

/** A Cyrillic letter in a name looks like one of ours. */
function oddCharacter(name: string): string {
  const odd = [...name].find((char) => char > '\u007f');
  const point = odd?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return odd ? `: "${odd}" (U+${point}) is none of its letters` : '';
}

const partNames: Readonly<Record<TemplatePart, string>> = {
  subject: 'subject',
  preheader: 'preview line',
  html: 'email',
  text: 'plain text',
};

/** The first error of several, with its place, for where one sentence must do. */
export function mistakeOf(problems: readonly TemplateProblem[]): string {
  const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  return first
    ? `In the ${partNames[first.part]}, line ${first.line}, column ${first.column}: ${explainTemplateProblem(first)}`
    : '';
}

/** The same of a step's text, which has no parts. */
export function textMistakeOf(problems: readonly TemplateProblem[]): string {
  const first = problems.find(({ severity }) => severity === 'error') ?? problems[0];
  if (!first) return '';
  const place = first.line > 1 ? `Line ${first.line}, column ${first.column}: ` : '';
  return `${place}${explainTemplateProblem(first)}`;
}

/** What is wrong, and how to fix it. */
export const explainTemplateProblem = ({ code, params }: TemplateProblem): string => messages[code](params);
