import type { Block, Inline } from './block-document.js';

const isBlank = (content: readonly Inline[]): boolean =>
  content.every((part) => part.type === 'break' || (part.type === 'text' && part.text.trim() === ''));

/** Whether a mail of these blocks would have a signature and space in it, and nothing to read. */
export const saysNothing = (blocks: readonly Block[]): boolean => blocks.every(blockSaysNothing);

function blockSaysNothing(block: Block): boolean {
  switch (block.type) {
    case 'heading':
    case 'text':
      return isBlank(block.content);
    case 'list':
      return block.items.every(({ content }) => isBlank(content));
    case 'columns':
      return block.columns.every(({ blocks }) => saysNothing(blocks));
    case 'section':
      return saysNothing(block.blocks);
    case 'divider':
    case 'spacer':
    case 'signature':
      return true;
    case 'button':
    case 'details':
    case 'image':
      return false;
  }
}
