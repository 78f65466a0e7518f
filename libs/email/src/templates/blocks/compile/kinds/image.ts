import { escapeHtml } from '../../../language/escape.js';
import type { BlockPlace, Node } from '../../../language/tree.js';
import type { ImageBlock } from '../../block-document.js';
import { blockLimits } from '../../block-limits.js';
import { addressNodes } from '../address-nodes.js';
import { layout } from '../expressions.js';
import { oneLine, output, raw } from '../nodes.js';
import { aligned } from '../styles.js';
import { below, type Walk } from '../walk.js';
import type { BlockKind } from './kind.js';

function sourceNodes(source: NonNullable<ImageBlock['source']>, place: BlockPlace, walk: Walk): Node[] {
  if ('address' in source) return addressNodes([{ type: 'text', text: source.address }], place, walk);
  return [{ n: 'address', parts: [output(layout('files'), 'address'), raw(`/${source.file}`)] }];
}

export const image: BlockKind<ImageBlock> = {
  html({ source, alt, width = blockLimits.width, align, link }, place, walk) {
    if (!source) {
      walk.error('noImage', place);
      return [];
    }
    if (alt === null) walk.warn('noAlt', below(place, 'alt'));
    const img = [
      raw('<img src="'),
      ...sourceNodes(source, below(place, 'source', 'address'), walk),
      raw(
        `" alt="${escapeHtml(oneLine(alt ?? ''))}" width="${width}" style="border:0;vertical-align:middle;width:100%;max-width:${width}px;height:auto">`,
      ),
    ];
    const linked = link
      ? [raw('<a href="'), ...addressNodes(link, below(place, 'link'), walk), raw('">'), ...img, raw('</a>')]
      : img;
    return [raw(`<p style="margin:0 0 16px${aligned(align)}">`), ...linked, raw('</p>\n')];
  },
  /** Of a picture that only shows something, a text has nothing; of one that leads somewhere, where to. */
  plain({ alt, link }, place, walk) {
    if (!link) return [];
    return [
      raw(alt ? `${oneLine(alt)}\n` : ''),
      ...addressNodes(link, below(place, 'link'), walk, true),
      raw('\n\n'),
    ];
  },
};
