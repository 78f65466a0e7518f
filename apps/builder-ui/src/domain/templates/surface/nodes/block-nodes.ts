import { Node } from '@tiptap/core';
import { BlockView } from '../views/block-view.js';
import { SectionView } from '../views/section-view.js';
import { attributes, type Name } from './attributes.js';

/** A block that is set, not written: one letter to the arrow keys, its settings beside the email. */
const setBlock = (name: string, group: string, ...names: readonly Name[]) =>
  Node.create({
    name,
    group,
    atom: true,
    draggable: true,
    addAttributes: () => attributes('id', ...names),
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': name }],
    addNodeView:
      () =>
      ({ node, decorations }) =>
        new BlockView(node, decorations),
  });

export const Image = setBlock(
  'image',
  'block inner simple',
  'source',
  'alt',
  'width',
  'link',
  'align',
).extend({
  parseHTML: () => [
    { tag: 'div[data-block="image"]' },
    // What is pasted from a page of the web.
    {
      tag: 'img[src^="http"]',
      getAttrs: (element) => ({
        source: { address: element.getAttribute('src') },
        alt: element.getAttribute('alt') || null,
      }),
    },
  ],
});
export const Divider = setBlock('divider', 'block inner simple');
export const Spacer = setBlock('spacer', 'block inner simple', 'height');
export const Signature = setBlock('signature', 'block inner');
export const Details = setBlock('details', 'block inner', 'record', 'rows');

/** Its label is written where it stands; where it leads is a setting. */
export const Button = Node.create({
  name: 'button',
  group: 'block inner simple',
  content: '(text | field)*',
  marks: '',
  defining: true,
  isolating: true,
  addAttributes: () => attributes('id', 'address', 'align'),
  parseHTML: () => [{ tag: 'div[data-block="button"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': 'button' }, ['span', 0]],
});

export const Columns = Node.create({
  name: 'columns',
  group: 'block inner',
  content: 'column column',
  isolating: true,
  addAttributes: () => attributes('id'),
  parseHTML: () => [{ tag: 'div[data-block="columns"]' }],
  renderHTML: () => ['div', { 'data-block': 'columns' }, 0],
});

export const Column = Node.create({
  name: 'column',
  content: 'simple+',
  isolating: true,
  parseHTML: () => [{ tag: 'div[data-block="column"]' }],
  renderHTML: () => ['div', { 'data-block': 'column' }, 0],
});

/** The blocks that are mailed where its condition holds. */
export const Section = Node.create({
  name: 'section',
  group: 'block',
  content: 'inner+',
  isolating: true,
  defining: true,
  addAttributes: () => attributes('id', 'when'),
  parseHTML: () => [{ tag: 'div[data-block="section"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-block': 'section' }, 0],
  addNodeView:
    () =>
    ({ node }) =>
      new SectionView(node),
});
