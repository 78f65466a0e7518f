import { describe, expect, it } from '@jest/globals';
import { writeMail } from '../../mail/write-mail.js';
import { compileContent } from '../compile-content.js';
import type { Value } from '../language/index.js';
import { blankDocument, type BlockDocument, type Inline } from './block-document.js';
import { blockProblems } from './check-fields.js';
import { everyBlock } from './every-block.fixture.js';
import { sourceOfBlocks, sourceOfLine } from './source-of-blocks.js';

const style = { name: 'Sunday', color: '#7a5c2e', signature: '' };
let now = 0;
function html(content: Parameters<typeof compileContent>[0], data: Record<string, Value>) {
  const compiled = compileContent(content);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const formats = { locale: 'de-DE', zone: 'Europe/Berlin' };
  const written = writeMail(compiled.template, { data, formats, clock: () => (now += 0.01) }, style);
  if (!written.ok) throw new Error(written.budget);
  return { ...written.mail, html: written.mail.html.replace(/\n+/g, '\n'), text: '' };
}
const facts: Record<string, Value> = {
  client: {
    firstName: 'mara',
    fullName: 'Mara "M" & Elis',
    email: 'a+b@x.test',
    company: 'L & Co',
    tags: ['vip'],
  },
  booking: { startsAt: '2027-06-12T13:00:00.000Z', location: 'Gut <Sonnenhof>' },
  invoice: { balance: { amountMinor: 100, currency: 'EUR' } },
};
const paragraphs = (...contents: Inline[][]): BlockDocument => ({
  ...blankDocument(),
  subject: [{ type: 'text', text: 'a {{ b' }],
  blocks: contents.map((content, i) => ({ id: `p${i}`, type: 'text', content })),
});

describe('a document as source', () => {
  it.each<[string, BlockDocument]>([
    ['every block', everyBlock],
    [
      'braces, quotes and lines that are typed',
      paragraphs(
        [{ type: 'text', text: '{{ 7 * 7 }} {% x %} {# y #} "z" \\' }],
        [{ type: 'field', field: 'client.phone', fallback: 'say "when" \\ {{ or }}' }],
      ),
    ],
    [
      'conditions',
      {
        ...blankDocument(),
        blocks: (
          [
            { field: 'client.tags', op: 'includes', value: 'VIP' },
            { field: 'client.company', op: 'isOneOf', value: ['x', 'l & co'] },
            { field: 'invoice.balance', op: 'moreThan', value: { amountMinor: 50, currency: 'EUR' } },
            { field: 'client.phone', op: 'isEmpty' },
            { field: 'booking.startsAt', op: 'after', value: '2027-06-11' },
          ] as const
        ).map((when, i) => ({
          id: `s${i}`,
          type: 'section',
          when,
          blocks: [{ id: `t${i}`, type: 'text', content: [{ type: 'text', text: `held ${i}` }] }],
        })),
      },
    ],
  ])('says the same: %s', (_, document) => {
    const source = sourceOfBlocks(document, style);
    const [ofBlocks, ofSource] = [
      html({ subject: '', html: '', blocks: document }, facts),
      html(source, facts),
    ];
    expect(ofSource).toEqual(ofBlocks);
  });

  it('shows a subject with its fields', () => {
    expect(sourceOfLine(everyBlock.preheader)).toBe(
      'Everything you need for {{ booking.startsAt | date("long") }}',
    );
  });
});

describe('the fields of a document', () => {
  const types: Readonly<Record<string, 'text' | 'instant' | 'list'>> = {
    'client.firstName': 'text',
    'booking.startsAt': 'instant',
    'client.tags': 'list',
  };
  it('have formats and conditions of their type alone', () => {
    const document: BlockDocument = {
      ...paragraphs([
        { type: 'field', field: 'client.firstName', format: 'money' },
        { type: 'field', field: 'booking.startsAt', format: 'time' },
        { type: 'field', field: 'client.unheardOf', format: 'time' },
      ]),
      subject: [{ type: 'field', field: 'booking.startsAt', format: 'upper' }],
    };
    const section = {
      id: 's',
      type: 'section',
      when: { field: 'client.tags', op: 'is', value: 'vip' },
      blocks: [],
    } as const;
    const found = blockProblems({ ...document, blocks: [...document.blocks, section] }, (path) =>
      types[path] ? { type: types[path] } : undefined,
    );
    expect(found.map(({ code, part, block }) => [code, part, block?.id, block?.pointer])).toEqual([
      ['formatOfType', 'subject', undefined, '/subject/0'],
      ['formatOfType', 'html', 'p0', '/blocks/0/content/0'],
      ['conditionOfType', 'html', 's', '/blocks/1/when'],
    ]);
  });
});
