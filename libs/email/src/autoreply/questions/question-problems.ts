import { readAddress } from '@cueline/workflows/locale';
import type { z } from 'zod';
import type { QuestionProblem, QuestionProblemCode } from './question-messages.js';
import { questionRulesSchema, type QuestionRule, type QuestionRules } from './rule.js';
import { wordLine, wordPattern } from './words.js';

/** "a*" is in every mail. */
const LEAST_BEFORE_STAR = 3;

type Place = readonly PropertyKey[];

const pointer = (place: Place): string =>
  place.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const make = (
  code: QuestionProblemCode,
  place: Place,
  params: QuestionProblem['params'] = {},
  severity: QuestionProblem['severity'] = 'error',
): QuestionProblem => ({ code, severity, path: pointer(place), params });

export type CheckedQuestions =
  | { readonly ok: true; readonly rules: QuestionRules; readonly problems: readonly QuestionProblem[] }
  | { readonly ok: false; readonly problems: readonly QuestionProblem[] };

/** A set of common questions as it is stored, with everything that is wrong with it; problems that are warnings don't keep it from being used. */
export function checkQuestions(json: unknown): CheckedQuestions {
  const { data, error } = questionRulesSchema.safeParse(json);
  if (!data) return { ok: false, problems: error.issues.flatMap((issue) => ofIssue(issue, json)) };
  const problems = [...data.rules.flatMap(ruleProblems), ...idProblems(data), ...overlapProblems(data)];
  return problems.some(({ severity }) => severity === 'error')
    ? { ok: false, problems }
    : { ok: true, rules: data, problems };
}

const valueAt = (json: unknown, place: Place): unknown =>
  place.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? Reflect.get(value, key) : undefined),
    json,
  );

function ofIssue(issue: z.core.$ZodIssue, json: unknown): QuestionProblem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => make('question.unknownKey', [...path, key], { key: key.slice(0, 80) }));
  if (valueAt(json, path) === undefined)
    return [make('question.missing', path, { key: String(path.at(-1) ?? '') })];
  if (issue.code === 'too_big')
    return [
      make(issue.origin === 'array' ? 'question.tooMany' : 'question.tooLong', path, {
        limit: Number(issue.maximum),
      }),
    ];
  return [make(issue.code === 'too_small' ? 'question.empty' : 'question.wrongShape', path)];
}

function ruleProblems(rule: QuestionRule, at: number): QuestionProblem[] {
  const place = ['rules', at];
  return [
    ...(rule.any.length === 0 ? [make('question.nothingToFind', [...place, 'any'])] : []),
    ...wordProblems(rule.any, [...place, 'any']),
    ...wordProblems(rule.none, [...place, 'none']),
    ...contradictions(rule, [...place, 'any']),
    ...rule.senders.flatMap((sender, n) => {
      const { ok } = readAddress(sender.startsWith('@') ? `x${sender}` : sender);
      return ok ? [] : [make('question.badSender', [...place, 'senders', n], { sender })];
    }),
  ];
}

function wordProblems(words: readonly string[], place: Place): QuestionProblem[] {
  const patterns = words.map(wordPattern);
  return words.flatMap((word, n) => {
    const pattern = patterns[n]!;
    const here = [...place, n];
    if (pattern === '') return [make('question.noWord', here, { word })];
    if (/\*.*[^*\s]/su.test(word)) return [make('question.starWithin', here, { word })];
    const isShort = word.trim().endsWith('*') && [...pattern.trim()].length < LEAST_BEFORE_STAR;
    if (isShort && /[\p{Script=Latin}\p{N}]/u.test(pattern))
      return [make('question.shortStar', here, { word, least: LEAST_BEFORE_STAR })];
    return patterns.indexOf(pattern) < n ? [make('question.sameWord', here, { word })] : [];
  });
}

/** A word that never counts, since a word that must not be there comes with it. */
const contradictions = ({ any, none }: QuestionRule, place: Place): QuestionProblem[] =>
  any.flatMap((word, n) => {
    const line = wordPattern(word);
    return line !== '' && none.some((other) => wordPattern(other) !== '' && line.includes(wordPattern(other)))
      ? [make('question.contradicts', [...place, n], { word })]
      : [];
  });

const idProblems = ({ rules }: QuestionRules): QuestionProblem[] =>
  rules.flatMap(({ id }, at) =>
    rules.findIndex((one) => one.id === id) < at ? [make('question.sameRule', ['rules', at, 'id'])] : [],
  );

/** Words of a rule that bring another one with them, where both look at the same mails. */
const overlapProblems = ({ rules }: QuestionRules): QuestionProblem[] =>
  rules.flatMap((rule, at) =>
    rule.any.flatMap((word, n) => {
      const line = wordLine(word);
      const other = rules
        .slice(0, at)
        .find(
          (one) =>
            isBeside(one, rule) &&
            one.any.some((their) => brings(line, their) || brings(wordLine(their), word)),
        );
      return other
        ? [make('question.overlaps', ['rules', at, 'any', n], { word, name: other.name }, 'warning')]
        : [];
    }),
  );

const brings = (line: string, their: string): boolean => {
  const pattern = wordPattern(their);
  return line !== '' && pattern !== '' && line.includes(pattern);
};

/** Nothing but their words tells which mails the two are for. */
const isBeside = (one: QuestionRule, other: QuestionRule): boolean =>
  (one.way === other.way || one.way === 'any' || other.way === 'any') &&
  one.places.some((place) => other.places.includes(place)) &&
  one.none.length + other.none.length + one.senders.length + other.senders.length === 0 &&
  one.folders.length + other.folders.length === 0;
