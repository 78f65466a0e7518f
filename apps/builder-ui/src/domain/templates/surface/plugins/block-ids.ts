import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/** Unique in a document of at most some hundred blocks. `randomUUID` is not there on a page without TLS. */
export const newBlockId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Every block has an id of its own: one that is new, split off or pasted gets a new one, the first of two keeps it. */
export const BlockIds = Extension.create({
  name: 'blockIds',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, _before, { doc, tr }) => {
        if (!transactions.some(({ docChanged }) => docChanged)) return null;
        const seen = new Set<string>();
        doc.descendants((node, pos, parent) => {
          if (!('id' in node.attrs) || (parent && isPlace(node, parent))) return;
          const id = node.attrs['id'] as string | null;
          if (id !== null && !seen.has(id)) return void seen.add(id);
          const next = newBlockId();
          seen.add(next);
          tr.setNodeAttribute(pos, 'id', next);
        });
        return tr.docChanged ? tr : null;
      },
    }),
  ],
});

/** A place to write in, of a document or a column that has no block. */
const isPlace = (node: Node, parent: Node): boolean =>
  parent.childCount === 1 &&
  node.type.name === 'paragraph' &&
  node.content.size === 0 &&
  node.attrs['id'] === null;
