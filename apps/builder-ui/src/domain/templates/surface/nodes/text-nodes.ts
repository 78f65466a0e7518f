import { Node } from '@tiptap/core';
import { attributes } from './attributes.js';

/** What the editor of an email is made of: nodes and attributes are one to one with the document's blocks (`mapping/`). */
export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
export const TextNode = Node.create({ name: 'text', group: 'inline' });

export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block inner simple',
  content: 'inline*',
  addAttributes: () => attributes('id', 'align'),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const SMALLEST = 3;

export const Heading = Node.create({
  name: 'heading',
  group: 'block inner simple',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ ...attributes('id', 'align'), level: { default: 2, rendered: false } }),
  // A document has three sizes: what is pasted with a smaller one takes the smallest.
  parseHTML: () =>
    [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, SMALLEST) } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${String(node.attrs['level'])}`, HTMLAttributes, 0],
});

export const List = Node.create({
  name: 'list',
  group: 'block inner simple',
  content: 'item*',
  addAttributes: () => ({ ...attributes('id'), ordered: { default: false, rendered: false } }),
  parseHTML: () => [
    { tag: 'ul', attrs: { ordered: false } },
    { tag: 'ol', attrs: { ordered: true } },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs['ordered'] ? 'ol' : 'ul', HTMLAttributes, 0],
});

export const Item = Node.create({
  name: 'item',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
});

export const Break = Node.create({
  name: 'break',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
});
