import type { BlockPlace, Node } from '../../../language/tree.js';
import type { Block } from '../../block-document.js';
import type { Walk } from '../walk.js';

/** One kind of block, in both ways that a mail says it. */
export interface BlockKind<B extends Block> {
  html(block: B, place: BlockPlace, walk: Walk): Node[];
  /** Ends with an empty line where it says something. */
  plain(block: B, place: BlockPlace, walk: Walk): Node[];
}
