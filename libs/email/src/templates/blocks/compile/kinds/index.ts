import type { BlockPlace, Node } from '../../../language/tree.js';
import type { Block, BlockType } from '../../block-document.js';
import { conditionExpression } from '../expressions.js';
import { raw, when } from '../nodes.js';
import { TABLE } from '../styles.js';
import { below, type Walk } from '../walk.js';
import { button } from './button.js';
import { details } from './details.js';
import { heading } from './heading.js';
import { image } from './image.js';
import type { BlockKind } from './kind.js';
import { list } from './list.js';
import { divider, spacer } from './plain-marks.js';
import { signature } from './signature.js';
import { text } from './text.js';

type Way = keyof BlockKind<Block>;
type KindOf<T extends BlockType> = BlockKind<Extract<Block, { type: T }>>;

const column = (padding: string) =>
  raw(`<td class="column" width="50%" valign="top" style="padding:${padding}">\n`);

/** On a phone one above the other, by the style sheet of the frame. */
const columns: KindOf<'columns'> = {
  html(block, place, walk) {
    const [left = [], right = []] = block.columns.map(({ blocks }, i) =>
      blockNodes(blocks, below(place, 'columns', i, 'blocks'), walk, 'html'),
    );
    return [
      ...[raw(`<table ${TABLE} width="100%"><tr>\n`), column('0 12px 0 0'), ...left, raw('</td>\n')],
      ...[column('0 0 0 12px'), ...right, raw('</td>\n</tr></table>\n')],
    ];
  },
  plain(block, place, walk) {
    return block.columns.flatMap(({ blocks }, i) =>
      blockNodes(blocks, below(place, 'columns', i, 'blocks'), walk, 'plain'),
    );
  },
};

const sectionIn =
  (way: Way): KindOf<'section'>[Way] =>
  (block, place, walk) => {
    const condition = conditionExpression(block.when, below(place, 'when'), walk);
    const inner = blockNodes(block.blocks, below(place, 'blocks'), walk, way);
    return condition ? when(condition, inner) : [];
  };

/** A kind that is missing here does not compile. */
const kinds: { readonly [T in BlockType]: KindOf<T> } = {
  ...{ heading, text, list, button, image, divider, spacer, signature, details, columns },
  section: { html: sectionIn('html'), plain: sectionIn('plain') },
};

/** These blocks, one after the other. */
export const blockNodes = (blocks: readonly Block[], at: BlockPlace, walk: Walk, way: Way): Node[] =>
  blocks.flatMap((block, i) => {
    const kind: BlockKind<never> = kinds[block.type];
    return kind[way](block as never, { id: block.id, pointer: `${at.pointer}/${i}` }, walk);
  });
