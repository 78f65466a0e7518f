import type { SignatureBlock } from '../../block-document.js';
import { layout } from '../expressions.js';
import { output, raw, when } from '../nodes.js';
import type { BlockKind } from './kind.js';

export const signature: BlockKind<SignatureBlock> = {
  html: () =>
    when(layout('signature'), [
      raw('<p class="signature" style="margin:28px 0 16px;color:#5f6470">'),
      output(layout('signature'), 'text'),
      raw('</p>\n'),
    ]),
  plain: () => when(layout('signature'), [output(layout('signature'), 'plain'), raw('\n\n')]),
};
