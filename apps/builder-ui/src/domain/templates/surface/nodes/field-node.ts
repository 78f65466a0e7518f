import { Node } from '@tiptap/core';
import { fieldName } from '../../../labels/labels.js';
import { ChipView } from '../views/chip-view.js';

const written = (name: string) => ({
  default: null,
  parseHTML: ({ dataset }: HTMLElement): string | null => dataset[name] ?? null,
  renderHTML: (attrs: Record<string, unknown>) =>
    typeof attrs[name] === 'string' ? { [`data-${name}`]: attrs[name] } : {},
});

/** A merge field in a text: one letter to the caret, one stop of the tab key. */
export const Field = Node.create({
  name: 'field',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addAttributes: () => ({
    field: written('field'),
    format: written('format'),
    fallback: written('fallback'),
  }),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML: ({ node, HTMLAttributes }) => ['span', HTMLAttributes, fieldName(String(node.attrs['field']))],
  renderText: ({ node }) => fieldName(String(node.attrs['field'])),
  addNodeView:
    () =>
    ({ node, decorations }) =>
      new ChipView(node, decorations),
});
