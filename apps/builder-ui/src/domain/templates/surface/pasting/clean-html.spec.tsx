/** @jest-environment @happy-dom/jest-environment */
import { describe, expect, it } from '@jest/globals';
import { DOMParser as Reader } from '@tiptap/pm/model';
import { getSchema } from '@tiptap/core';
import { blockSchema } from '../extensions.js';
import { blocksFromEditor } from '../mapping/blocks.js';
import { cleanHtml } from './clean-html.js';
import { cleanSlice } from './clean-slice.js';

const schema = getSchema(blockSchema);

/** What a document has of what was pasted, without ids. */
function pasted(html: string) {
  const { html: clean, leftOut } = cleanHtml(html);
  const page = document.createElement('div');
  page.innerHTML = clean;
  const { content } = cleanSlice(Reader.fromSchema(schema).parseSlice(page));
  const blocks = blocksFromEditor({ content: content.toJSON() as object[] });
  return { blocks: blocks.map(({ id: _, ...block }) => block), leftOut };
}

const text = (text: string, ...marks: object[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks }),
});
const nothing = { images: 0, tables: 0 };

describe('what is pasted', () => {
  it.each<[string, string, object[]]>([
    [
      'from Word',
      `<p class=MsoNormal>Hello <span style="font-weight:700">you</span><o:p></o:p></p><!-- StartFragment -->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>One</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>First</p>`,
      [
        { type: 'text', content: [text('Hello '), text('you', { type: 'bold' })] },
        { type: 'list', ordered: false, items: [{ content: [text('One')] }, { content: [text('Two')] }] },
        { type: 'list', ordered: true, items: [{ content: [text('First')] }] },
      ],
    ],
    [
      'from Google Docs',
      `<b style="font-weight:normal" id="docs-internal-guid-1"><h4>Small</h4><ul><li><p>A</p><ul><li><p>nested</p></li></ul></li></ul></b>`,
      [
        { type: 'heading', level: 3, content: [text('Small')] },
        { type: 'list', ordered: false, items: [{ content: [text('A')] }, { content: [text('nested')] }] },
      ],
    ],
    [
      'from a page of the web',
      `<p>See <a href="https://a.test/x">this</a>, <a href="javascript:alert(1)">not that</a></p><script>alert(1)</script><style>p{}</style>`,
      [
        {
          type: 'text',
          content: [
            text('See '),
            text('this', { type: 'link', address: [text('https://a.test/x')] }),
            text(', not that'),
          ],
        },
      ],
    ],
    [
      'in our own shape by somebody else',
      `<p>a<span data-field="client.password">x</span><span data-field="client.firstName" data-fallback="you">x</span></p><div data-block="details" data-record='"booking"' data-rows='[{"x":1}]'></div>`,
      [{ type: 'text', content: [text('a'), { type: 'field', field: 'client.firstName', fallback: 'you' }] }],
    ],
  ])('%s becomes what a document holds', (_, html, expected) => {
    expect(pasted(html)).toEqual({ blocks: expected, leftOut: nothing });
  });

  it('is said where a document cannot hold it', () => {
    const { blocks, leftOut } = pasted(
      `<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table><p>x<img src="file:///C:/x.png"></p>`,
    );
    expect(leftOut).toEqual({ images: 1, tables: 1 });
    expect(blocks.map((block) => JSON.stringify(block))).toEqual(
      ['a', 'b', 'c', 'd', 'x'].map((one) => JSON.stringify({ type: 'text', content: [text(one)] })),
    );
  });
});
