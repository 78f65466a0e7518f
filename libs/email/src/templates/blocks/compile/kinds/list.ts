import type { Node } from '../../../language/tree.js';
import type { ListBlock } from '../../block-document.js';
import { contentCondition, inlineHtml, inlinePlain, isBlank } from '../inline-nodes.js';
import { raw, when } from '../nodes.js';
import { below } from '../walk.js';
import type { BlockKind } from './kind.js';

const written = ({ items }: ListBlock) =>
  items.flatMap(({ content }, i) => (isBlank(content) ? [] : [{ content, i }]));

export const list: BlockKind<ListBlock> = {
  html(block, place, walk) {
    const items = written(block);
    if (items.length === 0) return [];
    const tag = block.ordered ? 'ol' : 'ul';
    return [
      raw(`<${tag} style="margin:0 0 16px;padding:0 0 0 24px">\n`),
      ...items.flatMap(({ content, i }) => {
        const at = below(place, 'items', i, 'content');
        return when(contentCondition(content, at), [
          raw('<li style="margin:0 0 6px">'),
          ...inlineHtml(content, at, walk),
          raw('</li>\n'),
        ]);
      }),
      raw(`</${tag}>\n`),
    ];
  },
  plain(block, place, walk) {
    const items = written(block);
    if (items.length === 0) return [];
    const lines = items.flatMap(({ content, i }, n): Node[] => {
      const at = below(place, 'items', i, 'content');
      return when(contentCondition(content, at), [
        raw(block.ordered ? ` ${n + 1}. ` : ' * '),
        ...inlinePlain(content, at, walk),
        raw('\n'),
      ]);
    });
    return [...lines, raw('\n')];
  },
};
