import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { cleanHtml, type LeftOut } from '../pasting/clean-html.js';
import { cleanSlice } from '../pasting/clean-slice.js';

export interface PasteOptions {
  /** Told what a document cannot hold of what was pasted. */
  readonly onLeftOut: (leftOut: LeftOut) => void;
}

/** What is pasted becomes what a document can hold; what it cannot is said. */
export const Paste = Extension.create<PasteOptions>({
  name: 'paste',
  addOptions: () => ({ onLeftOut: () => undefined }),
  addProseMirrorPlugins() {
    const { onLeftOut } = this.options;
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) => {
            const { html: clean, leftOut } = cleanHtml(html);
            if (leftOut.images + leftOut.tables > 0) onLeftOut(leftOut);
            return clean;
          },
          transformPasted: cleanSlice,
        },
      }),
    ];
  },
});
