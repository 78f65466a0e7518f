import type { TextBlock } from '../../block-document.js';
import { contentCondition, inlineHtml, inlinePlain, isBlank } from '../inline-nodes.js';
import { raw, when } from '../nodes.js';
import { aligned } from '../styles.js';
import { below } from '../walk.js';
import type { BlockKind } from './kind.js';

/** A paragraph that has nothing to say is left out, not mailed empty. */
export const text: BlockKind<TextBlock> = {
  html({ align, content }, place, walk) {
    if (isBlank(content)) return [];
    const at = below(place, 'content');
    return when(contentCondition(content, at), [
      raw(`<p style="margin:0 0 16px${aligned(align)}">`),
      ...inlineHtml(content, at, walk),
      raw('</p>\n'),
    ]);
  },
  plain({ content }, place, walk) {
    if (isBlank(content)) return [];
    const at = below(place, 'content');
    return when(contentCondition(content, at), [...inlinePlain(content, at, walk), raw('\n\n')]);
  },
};
