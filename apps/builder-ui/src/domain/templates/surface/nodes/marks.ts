import { Mark } from '@tiptap/core';
import { lineFromText } from '../mapping/line-text.js';
import { attributes } from './attributes.js';

/** Their order is that of a document's marks. */
export const Bold = Mark.create({
  name: 'bold',
  priority: 103,
  parseHTML: () => [
    { tag: 'strong' },
    // Word processors wrap a whole page in a <b> that says it is not bold.
    { tag: 'b', getAttrs: (element) => (element.style.fontWeight === 'normal' ? false : null) },
    { style: 'font-weight', getAttrs: (value) => (/^(?:bold|bolder|[6-9]00)$/.test(value) ? null : false) },
  ],
  renderHTML: () => ['strong', 0],
});

export const Italic = Mark.create({
  name: 'italic',
  priority: 102,
  parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }],
  renderHTML: () => ['em', 0],
});

export const Link = Mark.create({
  name: 'link',
  priority: 101,
  inclusive: false,
  addAttributes: () => attributes('address'),
  parseHTML: () => [
    { tag: 'a[data-address]' },
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href')?.trim() ?? '';
        return /^(?:https?:|mailto:|tel:)/i.test(href) ? { address: lineFromText(href) } : false;
      },
    },
  ],
  // No href: a press on a link of the email that is written selects it.
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});
