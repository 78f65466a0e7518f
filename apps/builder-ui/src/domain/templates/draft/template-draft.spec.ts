import { describe, expect, it } from '@jest/globals';
import { differing, merge, type Part, type TemplateDraft } from './template-draft.js';
import { text, welcome } from './welcome.fixture.js';

const source: TemplateDraft = {
  kind: 'source',
  name: 'Welcome',
  subject: '',
  preheader: '',
  html: '',
  text: null,
  attachments: [],
};

describe('two windows with one template', () => {
  it.each<[string, TemplateDraft, TemplateDraft, TemplateDraft | Part[]]>([
    [
      'different parts',
      { ...welcome, name: 'Mine' },
      { ...welcome, subject: text('Hello') },
      { ...welcome, name: 'Mine', subject: text('Hello') },
    ],
    [
      'the same part',
      { ...welcome, subject: text('Mine') },
      { ...welcome, subject: text('Theirs') },
      ['subject'],
    ],
    [
      'the same part in the same way',
      { ...welcome, name: 'Same' },
      { ...welcome, name: 'Same' },
      { ...welcome, name: 'Same' },
    ],
    ['one writes source now', { ...welcome, name: 'Mine' }, source, ['kind']],
  ])('have written in %s', (_, mine, theirs, expected) => {
    const merged = merge(welcome, mine, theirs);
    expect(merged.type === 'merged' ? merged.draft : merged.parts).toEqual(expected);
  });

  it('differ in what is said, not in who has made it', () => {
    expect(differing(welcome, { ...welcome, subject: text('Hi') })).toEqual([]);
  });
});
