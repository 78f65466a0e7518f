import { describe, expect, it } from '@jest/globals';
import { blankDocument, type Block, type Inline } from './block-document.js';
import { everyBlock } from './every-block.fixture.js';
import { saysNothing } from './says-nothing.js';

const text = (...content: Inline[]): Block => ({ id: 'a', type: 'text', content });
const blank = text({ type: 'text', text: ' ' }, { type: 'break' });
const field = text({ type: 'field', field: 'client.firstName' });

describe('blocks that say nothing', () => {
  it.each<[string, readonly Block[], boolean]>([
    ['no block', [], true],
    ['a blank document', blankDocument().blocks, true],
    ['white space', [blank], true],
    [
      'space and a line',
      [
        { id: 'a', type: 'spacer', height: 20 },
        { id: 'b', type: 'divider' },
      ],
      true,
    ],
    ['a list without a word', [{ id: 'a', type: 'list', ordered: false, items: [{ content: [] }] }], true],
    [
      'columns without a word',
      [{ id: 'a', type: 'columns', columns: [{ blocks: [] }, { blocks: [] }] }],
      true,
    ],
    ['a text', [text({ type: 'text', text: 'Hello' })], false],
    ['a field', [field], false],
    ['every block', everyBlock.blocks, false],
    [
      'a text in a section',
      [
        {
          id: 's',
          type: 'section',
          when: { field: 'booking.title', op: 'isNotEmpty' },
          blocks: [{ id: 't', type: 'text', content: [{ type: 'text', text: 'Hello' }] }],
        },
      ],
      false,
    ],
  ])('%s: %#', (_, blocks, expected) => {
    expect(saysNothing(blocks)).toBe(expected);
  });
});
