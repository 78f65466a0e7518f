import { compileBlocks } from './blocks/compile/compile-blocks.js';
import type { BlockDocument } from './blocks/block-document.js';
import { compileTemplate, type Compiled, type TemplateSource } from './language/index.js';

/** What a template holds: a document of blocks, else the source in its four parts. */
export interface TemplateContent extends TemplateSource {
  readonly blocks?: BlockDocument | null;
}

/** The one checked tree of either. Runs no code of the template. */
export const compileContent = (content: TemplateContent): Compiled =>
  content.blocks ? compileBlocks(content.blocks) : compileTemplate(content);
