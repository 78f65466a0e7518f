import { describe, expect, it } from '@jest/globals';
import {
  checkQuestions,
  explainQuestionProblem,
  questionMessages,
  type QuestionProblemCode,
} from '../index.js';
import { dates, rule, rulesOf } from './questions.fixture.js';

const problemsOf = (json: unknown) =>
  checkQuestions(json).problems.map(({ code, path }) => `${code} ${path}`);
const ofRule = (given: object) => problemsOf(rulesOf({ ...rule(), ...given }));
const many = (count: number) => Array.from({ length: count }, (_, n) => `word${n}`);

describe('a set of common questions', () => {
  it('is taken as it is stored', () => {
    const rules = rulesOf(rule(), dates);
    expect(checkQuestions(JSON.parse(JSON.stringify(rules)))).toEqual({ ok: true, rules, problems: [] });
    expect(checkQuestions(rulesOf())).toMatchObject({ ok: true });
  });

  it.each<[string, object, string[]]>([
    ['no words', { any: [] }, ['question.nothingToFind /rules/0/any']],
    ['a word of signs', { any: ['price', '?!'] }, ['question.noWord /rules/0/any/1']],
    ['a star alone', { any: ['*'] }, ['question.noWord /rules/0/any/0']],
    ['a star before', { none: ['*price'] }, ['question.starWithin /rules/0/none/0']],
    ['a star within', { any: ['pr*ce'] }, ['question.starWithin /rules/0/any/0']],
    ['two letters and a star', { any: ['pr*'] }, ['question.shortStar /rules/0/any/0']],
    ['two letters of a script that needs no more', { any: ['価格*'] }, []],
    ['a word twice', { any: ['price', 'PRICE!'] }, ['question.sameWord /rules/0/any/1']],
    ['a word wanted and not', { any: ['price'], none: ['pric*'] }, ['question.contradicts /rules/0/any/0']],
    ['a word and a longer one not', { any: ['price'], none: ['price list'] }, []],
    ['no address', { senders: ['mara', '@example.test'] }, ['question.badSender /rules/0/senders/0']],
    ['no name', { name: ' ' }, ['question.empty /rules/0/name']],
    ['a long name', { name: 'x'.repeat(81) }, ['question.tooLong /rules/0/name']],
    ['a long word', { any: ['x'.repeat(61)] }, ['question.tooLong /rules/0/any/0']],
    ['many words', { any: many(51) }, ['question.tooMany /rules/0/any']],
    ['no place', { places: [] }, ['question.empty /rules/0/places']],
    ['another place', { places: ['header'] }, ['question.wrongShape /rules/0/places/0']],
    ['no template', { templateId: undefined }, ['question.missing /rules/0/templateId']],
    ['another key', { 'a/b': 1 }, ['question.unknownKey /rules/0/a~1b']],
    [
      'words that are none',
      { any: [1], way: 7 },
      ['question.wrongShape /rules/0/any/0', 'question.wrongShape /rules/0/way'],
    ],
  ])('%s', (_, given, expected) => expect(ofRule(given)).toEqual(expected));

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['question.wrongShape ']],
    ['another version', { schemaVersion: 2, rules: [] }, ['question.wrongShape /schemaVersion']],
    ['two of one id', rulesOf(rule(), { ...dates, id: 'price' }), ['question.sameRule /rules/1/id']],
    ['a word of two', rulesOf(rule(), { ...dates, any: ['prices'] }), ['question.overlaps /rules/1/any/0']],
    [
      'a beginning of another',
      rulesOf(rule({ any: ['prices'] }), { ...dates, any: ['price*'] }),
      ['question.overlaps /rules/1/any/0'],
    ],
    [
      'a word of two that something else tells apart',
      rulesOf(rule({ way: 'form' }), { ...dates, way: 'mail', any: ['prices'] }),
      [],
    ],
    ['many', rulesOf(...many(51).map((id) => rule({ id, any: [id] }))), ['question.tooMany /rules']],
  ])('%s', (_, json, expected) => expect(problemsOf(json)).toEqual(expected));

  it('goes with warnings, and not with errors', () => {
    expect(checkQuestions(rulesOf(rule(), { ...dates, any: ['prices'] })).ok).toBe(true);
    expect(checkQuestions(rulesOf(rule({ any: [] }))).ok).toBe(false);
  });

  const params = { key: 'k', limit: 3, word: 'w', least: 3, sender: 's', name: 'N' };
  it.each(Object.keys(questionMessages) as QuestionProblemCode[])(
    '%s is explained in both languages',
    (code) => {
      const [en, de] = (['en', 'de'] as const).map((language) =>
        explainQuestionProblem({ code, params }, language),
      );
      expect(en).toMatch(/^\S.*\.$/);
      expect(de).toMatch(/^\S.*\.$/);
      expect(de).not.toBe(en);
      expect(`${en}${de}`).not.toMatch(/undefined|\[object/);
    },
  );
});
