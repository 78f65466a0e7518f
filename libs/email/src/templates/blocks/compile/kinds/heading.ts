import type { HeadingBlock } from '../../block-document.js';
import { contentCondition, inlineHtml, inlinePlain, isBlank } from '../inline-nodes.js';
import { raw, when } from '../nodes.js';
import { aligned } from '../styles.js';
import { below } from '../walk.js';
import type { BlockKind } from './kind.js';

const sizes = { 1: '24px/1.3', 2: '20px/1.35', 3: '17px/1.4' } as const;

export const heading: BlockKind<HeadingBlock> = {
  html({ level, align, content }, place, walk) {
    if (isBlank(content)) return [];
    const at = below(place, 'content');
    const style = `margin:0 0 16px;font-weight:600;font-size:${sizes[level].replace('/', ';line-height:')}${aligned(align)}`;
    return when(contentCondition(content, at), [
      raw(`<h${level} style="${style}">`),
      ...inlineHtml(content, at, walk),
      raw(`</h${level}>\n`),
    ]);
  },
  plain({ content }, place, walk) {
    if (isBlank(content)) return [];
    const at = below(place, 'content');
    return when(contentCondition(content, at), [...inlinePlain(content, at, walk), raw('\n\n')]);
  },
};
