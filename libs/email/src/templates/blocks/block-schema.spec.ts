import { describe, expect, it } from '@jest/globals';
import { blankDocument, type BlockDocument } from './block-document.js';
import { blockDocumentSchema } from './block-schema.js';
import { everyBlock } from './every-block.fixture.js';

const text = (content: unknown) => ({ ...blankDocument(), blocks: [{ id: 'a', type: 'text', content }] });
const withBlock = (block: object) => ({ ...blankDocument(), blocks: [{ id: 'a', ...block }] });

describe('the shape of a block document', () => {
  it.each<[string, BlockDocument]>([
    ['a blank one', blankDocument()],
    ['one with every block', everyBlock],
  ])('takes %s and gives it back as it is', (_, document) => {
    expect(blockDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
  });

  it.each<[string, unknown]>([
    ['a version of tomorrow', { ...blankDocument(), schemaVersion: 2 }],
    ['an unknown block', withBlock({ type: 'video' })],
    ['HTML beside a text', withBlock({ type: 'text', content: [], html: '<b>' })],
    ['an empty run', text([{ type: 'text', text: '' }])],
    ['a format of no field', text([{ type: 'field', field: 'client.firstName', format: 'shout' }])],
    ['a mark twice', text([{ type: 'text', text: 'x', marks: [{ type: 'bold' }, { type: 'bold' }] }])],
    ['a mark that is none', text([{ type: 'text', text: 'x', marks: [{ type: 'style' }] }])],
    ['an id that is markup', withBlock({ type: 'divider', id: '"><script>' })],
    ['a break in a subject', { ...blankDocument(), subject: [{ type: 'break' }] }],
    [
      'three columns',
      withBlock({ type: 'columns', columns: [{ blocks: [] }, { blocks: [] }, { blocks: [] }] }),
    ],
    [
      'a section within a section',
      withBlock({
        type: 'section',
        when: { field: 'client.company', op: 'isNotEmpty' },
        blocks: [{ id: 'b', type: 'section', when: { field: 'client.phone', op: 'isEmpty' }, blocks: [] }],
      }),
    ],
    ['an image by a path', withBlock({ type: 'image', source: { file: '../../etc/passwd' }, alt: null })],
  ])('refuses %s', (_, document) => {
    expect(blockDocumentSchema.safeParse(document).success).toBe(false);
  });
});
