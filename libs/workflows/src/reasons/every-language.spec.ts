import { describe, expect, it } from '@jest/globals';
import { explainedCodes, explainProblem } from '../analysis/explain-problem.js';
import { eventTypes } from '../catalogue/event-types.js';
import { choiceLabel, eventClause, eventLabel, fieldLabel, recordLabel } from '../catalogue/labels.js';
import { records } from '../catalogue/records.js';
import { kinds, stepKinds } from '../kinds/registry.js';
import { inEach } from '../language/language.js';
import { describeReason, reasonCodes } from './index.js';

/** What any sentence may name; what is a text in each language is one here too. */
const params = {
  ...{ to: 'mara@clients.test', by: 'Jo', note: 'Later.', name: 'Thanks', title: 'Call', person: 'Lena' },
  ...{ recipients: ['mara@clients.test'], address: 'mara@clients.test', host: 'hooks.test', status: 410 },
  ...{ limit: 10, count: 11, several: 2, attempts: 17, years: 5, given: 6, known: 1, port: 25, of: 'string' },
  ...{ field: 'booking.startsAt', record: 'booking', changed: ['status'], from: 'cancelled', op: 'is' },
  ...{ moment: '2027-06-12', then: 'end', due: '2027-06-12', date: '2027-06-12', knownAt: '2027-06-12' },
  ...{ until: '2027-06-12T07:00:00Z', zone: 'Europe/Vienna', anchor: 'booking.startsAt', role: 'client' },
  ...{ type: 'mail.replied', event: 'booking.cancelled', sign: 'link', state: 'draft', last: 'later.busy' },
  ...{ id: 'a', path: 'Yes', key: 'x', kind: 'moved', allowed: 'a, b', expected: 'string', first: 'for' },
  ...{ second: 'until', what: 'mail', reentry: 'every-time', needs: 'client', has: 'booking', reply: 'No.' },
};
const texts = inEach((language) => (language === 'de' ? 'Deutsch.' : 'English.'));
const ofProblem = { ...params, changed: '', recipients: '', mistake: texts, why: texts, every: texts };
const english =
  /\b(?:the|this|that|is not|waits?|would|workflow|email|nothing|nobody|somebody|choose|undefined|NaN)\b|\[object/i;

describe('every sentence is there in German too', () => {
  it.each(reasonCodes)('why: %s', (code) => {
    for (const mood of ['real', 'rehearsed'] as const) {
      const [en, de] = (['en', 'de'] as const).map(
        (language) => describeReason({ code, params: { ...params, detail: texts } }, language, mood)[0]!,
      );
      expect(de).toMatch(/^\S.*[.“]$/s);
      expect(de).not.toBe(en);
      expect(de).not.toMatch(english);
    }
  });

  it.each(explainedCodes)('what is wrong: %s', (code) => {
    const problem = { code, params: { ...ofProblem, loop: texts, reached: texts, detail: texts } };
    const [en, de] = (['en', 'de'] as const).map((language) => explainProblem(problem, language));
    expect(de).toMatch(/^\S.*[.]$/s);
    expect(de).not.toBe(en);
    expect(de).not.toMatch(english);
  });

  it('what records, fields, choices and events are called', () => {
    const same = new Set(['Status', 'Name', 'Text', 'Team', 'Studio']);
    const differs = (say: (language: 'en' | 'de') => string) =>
      same.has(say('en')) || expect(say('de')).not.toBe(say('en'));
    for (const { name, fields } of records) {
      differs((language) => recordLabel(name, language));
      for (const { path, choices = [] } of fields) {
        differs((language) => fieldLabel(path, language));
        for (const { value } of choices) differs((language) => choiceLabel(path, value, language));
      }
    }
    for (const { type } of eventTypes) {
      differs((language) => eventLabel(type, language));
      differs((language) => eventClause(type, language));
    }
  });

  it.each(stepKinds)('a step that was just added: %s', (kind) => {
    const nobody = {
      templateName: () => undefined,
      staffName: () => undefined,
      workflowName: () => undefined,
    };
    const summary = (language: 'en' | 'de') =>
      kinds[kind].summary(kinds[kind].defaults('a') as never, nobody, language);
    expect(summary('de')).toMatch(/^[A-ZÄÖÜ0-9]/);
    expect(summary('de')).not.toBe(summary('en'));
  });
});
