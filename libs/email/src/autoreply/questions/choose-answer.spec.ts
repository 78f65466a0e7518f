import { describe, expect, it } from '@jest/globals';
import { describeReason } from '@cueline/workflows';
import { chooseAnswer, previewQuestions, type QuestionMail, type QuestionRule } from '../index.js';
import { mailOf, dates, rule, rulesOf } from './questions.fixture.js';

const open = {
  hours: { weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00', holidays: ['12-25', '2027-06-10'] },
  zone: 'Europe/Berlin',
} as const;
const workday = new Date('2027-06-08T10:00:00Z');
const choose = (mail: QuestionMail, rules: readonly QuestionRule[] = [rule(), dates], at = workday) =>
  chooseAnswer(rulesOf(...rules), mail, open, at);
const outcomeOf = (...given: Parameters<typeof choose>) => {
  const choice = choose(...given);
  return choice.outcome === 'answer' ? choice.templateId : choice.reason.code;
};

describe('the answer to a common question', () => {
  it.each([
    ['What are your prices?', 'prices'],
    ['Wie sind eure Preise?', 'prices'],
    ['C’est combien ?', 'prices'],
    ['¿Qué precios tenéis?', 'prices'],
    ['価格は？', 'prices'],
    ['Are you available in June?', 'dates'],
    ['Hello', 'answer.noQuestion'],
    ['', 'answer.noQuestion'],
    ['Are you available, and how much is it?', 'answer.severalQuestions'],
  ])('%j: %s', (text, expected) => expect(outcomeOf(mailOf(text))).toBe(expected));

  it('says which words were found, and where', () => {
    expect(choose(mailOf('How much?', { subject: 'Price list' }))).toMatchObject({
      rule: {
        ruleId: 'price',
        found: [
          { word: 'price*', place: 'subject' },
          { word: 'how much', place: 'text' },
        ],
      },
    });
  });

  it('hands over to a person where two fit, and names them', () => {
    const choice = choose(mailOf('Are you available, and how much is it?'));
    if (choice.outcome !== 'handOver') throw new Error('answered');
    expect(choice.rules.map(({ ruleId }) => ruleId)).toEqual(['price', 'date']);
    expect(describeReason(choice.reason, 'en')).toEqual([
      'For a person: more than one of your common questions fits: “Prices”, “Dates”.',
    ]);
    expect(describeReason(choice.reason, 'de')).toEqual([
      'Für einen Menschen: Mehr als eine deiner häufigen Fragen passt: „Prices“, „Dates“.',
    ]);
  });

  it.each<[string, Partial<QuestionRule>, Partial<QuestionMail>, boolean]>([
    ['a word that must not be there', { none: ['invoice'] }, { text: 'The price on my invoice' }, false],
    ['the same in the subject', { none: ['invoice'] }, { subject: 'Invoice 12', text: 'price?' }, false],
    ['the subject alone', { places: ['subject'] }, { subject: 'Hi', text: 'price?' }, false],
    ['the text alone', { places: ['text'] }, { subject: 'Price', text: 'Hi' }, false],
    ['a sender', { senders: ['Mara@Example.test'] }, {}, true],
    ['another sender', { senders: ['elis@example.test'] }, {}, false],
    ['a domain', { senders: ['@Example.test'] }, {}, true],
    ['a domain that ends alike', { senders: ['@ample.test'] }, {}, false],
    ['a folder', { folders: ['inbox', 'x'] }, {}, true],
    ['another folder', { folders: ['x'] }, {}, false],
    ['a form', { way: 'form' }, { isForm: true }, true],
    ['no form', { way: 'form' }, {}, false],
    ['mails alone', { way: 'mail' }, { isForm: true }, false],
    ['mails alone, and one', { way: 'mail' }, {}, true],
  ])('is limited by %s', (_, given, mail, fits) => {
    expect(outcomeOf(mailOf('What is the price?', mail), [rule(given)])).toBe(
      fits ? 'prices' : 'answer.noQuestion',
    );
  });

  it.each([
    ['on a workday', '2027-06-08T10:00:00Z', 'prices'],
    ['as it opens, in its own zone', '2027-06-08T07:00:00Z', 'prices'],
    ['as it closes', '2027-06-08T15:00:00Z', 'closed'],
    ['at night', '2027-06-08T23:00:00Z', 'closed'],
    ['on a Sunday', '2027-06-13T10:00:00Z', 'closed'],
    ['on a holiday', '2027-06-10T10:00:00Z', 'closed'],
    ['on a holiday of every year', '2028-12-25T10:00:00Z', 'closed'],
  ])('%s', (_, at, expected) => {
    const own = rule({ outOfHoursTemplateId: 'closed' });
    expect(outcomeOf(mailOf('What is the price?'), [own], new Date(at))).toBe(expected);
    expect(outcomeOf(mailOf('What is the price?'), [rule()], new Date(at))).toBe('prices');
  });
});

it('a preview says what the rules would have made of the last mails', () => {
  const texts = ['Price?', 'Hello', 'Free on the 12th? And the price?', 'Is the 12th frei?', 'Prices'];
  const mails = texts.map((text, n) => ({ ...mailOf(text), id: `m${n}` }));
  const mailIds = (list: readonly { mailId: string }[]) => list.map(({ mailId }) => mailId);
  const { rules, none } = previewQuestions(rulesOf(rule(), dates), mails);
  expect(rules.map(({ ruleId, answered, shared }) => [ruleId, mailIds(answered), mailIds(shared)])).toEqual([
    ['price', ['m0', 'm4'], ['m2']],
    ['date', ['m3'], ['m2']],
  ]);
  expect(rules[0]!.shared[0]!.with).toEqual(['date']);
  expect(none).toEqual(['m1']);
});
