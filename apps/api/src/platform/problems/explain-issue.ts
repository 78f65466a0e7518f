import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

const things: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};
const formats: Readonly<Record<string, string>> = {
  uuid: 'Give an id as the API answers it (a UUID).',
  email: 'Give a mail address, such as mara@example.com.',
  url: 'Give a whole address, such as https://example.com.',
  datetime: 'Give an instant with its offset, such as 2027-06-12T13:00:00Z.',
  date: 'Give a calendar date, such as 2027-06-12.',
};

/** What is wrong with a value in one sentence that says how to fix it; undefined leaves zod's own words. */
export function explainIssue(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return expected(things[issue.expected] ?? issue.expected, issue.input);
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options) : 'This has none of the accepted forms.';
    case 'invalid_key':
      return 'This name is not accepted here. Give another.';
    case 'invalid_format':
      return formats[issue.format] ?? 'This is not written in the accepted form.';
    case 'too_small':
      return amount('at least', issue.origin, Number(issue.minimum));
    case 'too_big':
      return amount('at most', issue.origin, Number(issue.maximum));
    default:
      return undefined;
  }
}

function oneOf(options: readonly unknown[]): string {
  const values = options.map((value) => (typeof value === 'bigint' ? `${value}` : JSON.stringify(value)));
  return values.length === 1 ? `Give ${values[0]}.` : `Give one of ${values.join(', ')}.`;
}

function expected(thing: string, input: unknown): string {
  return input === undefined ? `This is missing. Give ${thing}.` : `Give ${thing}, not ${kindOf(input)}.`;
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'a list';
  return things[typeof input] ?? typeof input;
}

function amount(bound: string, origin: string, limit: number): string {
  if (origin === 'string') return `Give ${bound} ${limit} ${limit === 1 ? 'character' : 'characters'}.`;
  if (origin === 'array') return `Give ${bound} ${limit} ${limit === 1 ? 'entry' : 'entries'}.`;
  return `Give ${bound} ${limit}.`;
}
