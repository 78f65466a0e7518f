import type { DividerBlock, SpacerBlock } from '../../block-document.js';
import { raw } from '../nodes.js';
import type { BlockKind } from './kind.js';

const RULE = '-'.repeat(40);

export const divider: BlockKind<DividerBlock> = {
  html: () => [raw('<hr class="rule" style="margin:24px 0;border:0;border-top:1px solid #d9dce3">\n')],
  plain: () => [raw(`${RULE}\n\n`)],
};

export const spacer: BlockKind<SpacerBlock> = {
  html: ({ height }) => [
    raw(
      `<div style="height:${height}px;line-height:${height}px;font-size:0;mso-line-height-rule:exactly">&nbsp;</div>\n`,
    ),
  ],
  plain: () => [],
};
