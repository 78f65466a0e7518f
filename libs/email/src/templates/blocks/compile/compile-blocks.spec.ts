import { describe, expect, it } from '@jest/globals';
import { writeMail } from '../../../mail/write-mail.js';
import { fieldsOf, unknownFields, type Value } from '../../language/index.js';
import {
  blankDocument,
  type Block,
  type BlockDocument,
  type Inline,
  type SectionCondition,
} from '../block-document.js';
import { everyBlock } from '../every-block.fixture.js';
import { compileBlocks } from './compile-blocks.js';

const style = {
  name: 'Sunday',
  color: '#7a5c2e',
  signature: 'Lena\nSunday',
  filesUrl: 'https://app.example.test/files',
};
const facts = {
  client: {
    ...{ firstName: 'mara', fullName: 'Mara & Elis', email: null, company: null, tags: ['VIP'] },
    ...{ vip: true, visits: 3 },
  },
  booking: { startsAt: '2027-06-12T13:00:00.000Z', location: null, kind: 'Wedding' },
  invoice: { balance: { amountMinor: 160_000, currency: 'EUR' }, dueOn: '2027-05-01' },
};
let now = 0;

function mail(document: Partial<BlockDocument>, data: Record<string, Value> = facts) {
  const compiled = compileBlocks({ ...blankDocument(), ...document });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const formats = { locale: 'en-GB', zone: 'Europe/Berlin' };
  const written = writeMail(compiled.template, { data, formats, clock: () => (now += 0.01) }, style);
  if (!written.ok) throw new Error(written.budget);
  return written.mail;
}
/** What stands in the card of the frame. */
const body = (html: string) => /color:#1f2228">\n([^]*?)\n\n<\/td><\/tr>\n<\/table>/.exec(html)![1]!;
const blocks = (...list: Block[]) => mail({ blocks: list });
const paragraph = (...content: Inline[]): Block => ({ id: 'a', type: 'text', content });
const numbered = (...list: Block[]) => list.map((block, i) => ({ ...block, id: `b${i}` }));
const says = (text: string): Inline => ({ type: 'text', text });
const problemsOf = (document: Partial<BlockDocument>) => {
  const compiled = compileBlocks({ ...blankDocument(), subject: [{ type: 'text', text: 's' }], ...document });
  return (compiled.ok ? compiled.warnings : compiled.problems).map(({ code, severity, block }) => [
    code,
    severity,
    block?.pointer,
  ]);
};

describe('a document of blocks', () => {
  it('is written as HTML and as plain text from the same blocks', () => {
    const { subject, preheader, html, text } = mail(everyBlock);
    expect(subject).toBe('Almost time, mara');
    expect(preheader).toBe('Everything you need for 12 June 2027');
    expect(html).toContain(
      '<h1 style="margin:0 0 16px;font-weight:600;font-size:24px;line-height:1.3;text-align:center">Dear Mara,</h1>',
    );
    expect(html).toContain('<strong>Saturday, 12 June 2027</strong> at the place we agreed on<br>');
    expect(html).toContain('<a href="https://gallery.example.test/?who=Mara%20%26%20Elis"');
    expect(html).toContain('<li style="margin:0 0 6px"><strong>Rings &amp; flowers</strong></li>');
    expect(html).not.toContain('Where');
    expect(html).not.toContain('Your company');
    expect(text).toBe(
      `A hill at dusk
https://studio.example.test/

Dear Mara,

we meet on Saturday, 12 June 2027 at the place we agreed on
See the gallery [https://gallery.example.test/?who=Mara%20%26%20Elis].

 1. Shoes
 2. Rings & flowers

See the plan
https://studio.example.test/plan?for=you

----------------------------------------

When: Saturday, 12 June 2027 at 15:00

Left

Right

Lena
Sunday
`,
    );
  });

  it('reads nothing that is typed as a tag', () => {
    const typed = '{{ 7 * 7 }} {% raw %} {# note #} <script>alert(1)</script> &amp;';
    const { html, text } = blocks(paragraph(says(typed)));
    expect(body(html)).toContain(
      '{{ 7 * 7 }} {% raw %} {# note #} &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;',
    );
    expect(text).toContain(typed);
  });

  it.each<[string, Inline[]]>([
    ['nothing', []],
    ['blanks and breaks', [says('  '), { type: 'break' }]],
    ['a field that is empty', [{ type: 'field', field: 'client.company' }]],
    [
      'fields that are all empty',
      [{ type: 'field', field: 'client.company' }, says(' '), { type: 'field', field: 'client.email' }],
    ],
  ])('leaves no empty paragraph for %s', (_, content) => {
    const { html, text } = blocks(
      ...numbered(paragraph(says('One')), paragraph(...content), paragraph(says('Two'))),
    );
    expect(body(html).match(/<p/g)).toHaveLength(2);
    expect(text).toBe('One\n\nTwo\n');
  });

  it.each<[SectionCondition, boolean]>([
    [{ field: 'client.firstName', op: 'isNotEmpty' }, true],
    [{ field: 'client.company', op: 'isNotEmpty' }, false],
    [{ field: 'client.company', op: 'isEmpty' }, true],
    [{ field: 'client.tags', op: 'isEmpty' }, false],
    [{ field: 'booking.kind', op: 'is', value: 'wedding' }, true],
    [{ field: 'booking.kind', op: 'isNot', value: 'wedding' }, false],
    [{ field: 'client.company', op: 'isNot', value: 'wedding' }, true],
    [{ field: 'booking.kind', op: 'isOneOf', value: ['portrait', 'WEDDING'] }, true],
    [{ field: 'client.fullName', op: 'contains', value: 'elis' }, true],
    [{ field: 'client.tags', op: 'includes', value: 'vip' }, true],
    [{ field: 'client.tags', op: 'excludes', value: 'vip' }, false],
    [{ field: 'client.vip', op: 'isTrue' }, true],
    [{ field: 'client.vip', op: 'isFalse' }, false],
    [{ field: 'client.visits', op: 'moreThan', value: 2 }, true],
    [{ field: 'client.missing', op: 'lessThan', value: 2 }, false],
    [{ field: 'invoice.balance', op: 'atLeast', value: { amountMinor: 160_000, currency: 'EUR' } }, true],
    [{ field: 'invoice.balance', op: 'moreThan', value: { amountMinor: 160_000, currency: 'EUR' } }, false],
    [{ field: 'invoice.balance', op: 'atMost', value: { amountMinor: 900_000, currency: 'SEK' } }, false],
    [{ field: 'invoice.dueOn', op: 'before', value: '2027-05-02' }, true],
    [{ field: 'booking.startsAt', op: 'after', value: '2027-06-12' }, false],
  ])('mails a section where %j: %s', (when, expected) => {
    const section: Block = {
      id: 's',
      type: 'section',
      when,
      blocks: [{ id: 'in', type: 'text', content: [says('inside')] }],
    };
    const { html, text } = blocks(section);
    expect([html.includes('inside'), text.includes('inside')]).toEqual([expected, expected]);
  });

  it.each<[string, Partial<BlockDocument>, [string, string, string | undefined][]]>([
    ['no subject', { subject: [] }, [['emptySubject', 'warning', '/subject']]],
    ['nothing', { blocks: [] }, [['emptyMail', 'warning', '/blocks']]],
    [
      'one id twice',
      { blocks: [paragraph(says('x')), paragraph(says('y'))] },
      [['idTwice', 'error', '/blocks/1']],
    ],
    [
      'a button without label and address',
      { blocks: [{ id: 'b', type: 'button', label: [], address: [] }] },
      [
        ['emptyLabel', 'error', '/blocks/0/label'],
        ['emptyAddress', 'error', '/blocks/0/address'],
      ],
    ],
    [
      'links of every wrong kind, each of them',
      {
        blocks: ['javascript:alert(1)', 'www.example.test', 'mara@example.test'].map((address, i) => ({
          id: `b${i}`,
          type: 'button',
          label: [{ type: 'text', text: 'x' }],
          address: [{ type: 'text', text: address }],
        })),
      },
      [
        ['refusedAddress', 'error', '/blocks/0/address'],
        ['addressWithoutScheme', 'error', '/blocks/1/address'],
        ['addressWithoutScheme', 'error', '/blocks/2/address'],
      ],
    ],
    [
      'an image without a description',
      { blocks: [{ id: 'i', type: 'image', source: { address: 'https://x.test/a.png' }, alt: null }] },
      [['noAlt', 'warning', '/blocks/0/alt']],
    ],
    [
      'a name that is no field',
      { blocks: [paragraph({ type: 'field', field: 'client.constructor' })] },
      [['refusedName', 'error', '/blocks/0/content/0']],
    ],
    [
      'a section whose condition is not finished',
      { blocks: [{ id: 's', type: 'section', when: { field: 'booking.kind', op: 'is' }, blocks: [] }] },
      [
        ['conditionValue', 'error', '/blocks/0/when'],
        ['emptyMail', 'warning', '/blocks'],
      ],
    ],
    [
      'a tag that is typed',
      { blocks: [paragraph(says('x')), { ...paragraph(says('Dear {{ client.firstName }},')), id: 'b' }] },
      [['typedTag', 'error', '/blocks/1/content/0']],
    ],
    [
      'a placeholder of another program, also as a fallback',
      {
        blocks: [
          paragraph(says('Dear *|FNAME|*,'), {
            type: 'field',
            field: 'client.company',
            fallback: '[[company]]',
          }),
        ],
      },
      [
        ['typedPlaceholder', 'error', '/blocks/0/content/0'],
        ['typedPlaceholder', 'error', '/blocks/0/content/1'],
      ],
    ],
  ])('names %s', (_, document, expected) => {
    expect(problemsOf(document)).toEqual(expected);
  });

  it('names fields by their place, and which of them may be empty', () => {
    const compiled = compileBlocks({
      ...blankDocument(),
      blocks: [
        paragraph(says('Hi '), { type: 'field', field: 'client.firstNam' }),
        {
          ...paragraph(says('At '), { type: 'field', field: 'booking.location', fallback: 'ours' }),
          id: 'b',
        },
      ],
    });
    if (!compiled.ok) throw new Error('not compiled');
    expect(fieldsOf(compiled.template).map(({ path, hasFallback }) => [path, hasFallback])).toEqual([
      ['client.firstNam', false],
      ['booking.location', true],
    ]);
    expect(unknownFields(compiled.template, new Set(['client.firstName', 'booking.location']))).toMatchObject(
      [
        {
          code: 'unknownField',
          block: { id: 'a', pointer: '/blocks/0/content/1' },
          params: { nearest: 'client.firstName' },
        },
      ],
    );
  });

  it('refuses an address that values turn into a script', () => {
    const link: Block = {
      id: 'b',
      type: 'button',
      label: [{ type: 'text', text: 'x' }],
      address: [{ type: 'field', field: 'client.site' }],
    };
    const { html, text } = mail({ blocks: [link] }, { client: { site: 'javascript:alert(1)' } });
    expect(html).toContain('href="#"');
    expect(html + text).not.toContain('javascript');
  });

  it('shows an uploaded image from where images are served', () => {
    const file = '0199c1de-7c00-7000-8000-000000000001';
    const { html } = blocks({ id: 'i', type: 'image', source: { file }, alt: 'A "view"', width: 200 });
    expect(html).toContain(
      `<img src="https://app.example.test/files/${file}" alt="A &quot;view&quot;" width="200"`,
    );
  });
});
