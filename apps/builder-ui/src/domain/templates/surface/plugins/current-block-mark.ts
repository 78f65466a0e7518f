import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { currentBlock, nodeAt } from '../current-block.js';

/** Frames the block that the toolbar and the settings are about. */
export const CurrentBlockMark = Extension.create({
  name: 'currentBlockMark',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        decorations: (state) => {
          const block = currentBlock(state);
          const node = nodeAt(state, block);
          if (!block || !node) return null;
          const frame = Decoration.node(block.pos, block.pos + node.nodeSize, { 'data-current': '' });
          return DecorationSet.create(state.doc, [frame]);
        },
      },
    }),
  ],
});
