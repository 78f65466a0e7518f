import { describe, expect, it } from '@jest/globals';
import { differing, merge, type BlockDraft, type Part, type TemplateDraft } from './template-draft.js';

const text = (text: string) => [{ type: 'text' as const, text }];
const base: BlockDraft = {
  kind: 'blocks',
  name: 'Welcome',
  subject: text('Hi'),
  preheader: [],
  blocks: [],
  attachments: [],
};
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
      { ...base, name: 'Mine' },
      { ...base, subject: text('Hello') },
      { ...base, name: 'Mine', subject: text('Hello') },
    ],
    ['the same part', { ...base, subject: text('Mine') }, { ...base, subject: text('Theirs') }, ['subject']],
    [
      'the same part in the same way',
      { ...base, name: 'Same' },
      { ...base, name: 'Same' },
      { ...base, name: 'Same' },
    ],
    ['one writes source now', { ...base, name: 'Mine' }, source, ['kind']],
  ])('have written in %s', (_, mine, theirs, expected) => {
    const merged = merge(base, mine, theirs);
    expect(merged.type === 'merged' ? merged.draft : merged.parts).toEqual(expected);
  });

  it('differ in what is said, not in who has made it', () => {
    expect(differing(base, { ...base, subject: text('Hi') })).toEqual([]);
  });
});
