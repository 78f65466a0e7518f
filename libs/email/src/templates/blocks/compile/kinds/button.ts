import type { ButtonBlock } from '../../block-document.js';
import { addressNodes } from '../address-nodes.js';
import { layout } from '../expressions.js';
import { isBlank, lineNodes } from '../inline-nodes.js';
import { output, raw } from '../nodes.js';
import { cellAlign, TABLE } from '../styles.js';
import { below } from '../walk.js';
import type { BlockKind } from './kind.js';

/** A table, so that old Outlook shows its ground; the whole of it can be pressed elsewhere. */
export const button: BlockKind<ButtonBlock> = {
  html({ label, address, align }, place, walk) {
    if (isBlank(label)) walk.error('emptyLabel', below(place, 'label'));
    return [
      raw(`<table ${TABLE} width="100%" style="margin:4px 0 20px"><tr><td${cellAlign(align)}>\n`),
      raw(`<table ${TABLE}><tr><td class="button" bgcolor="`),
      output(layout('color'), 'attribute'),
      raw('" style="border-radius:6px;background:'),
      output(layout('color'), 'attribute'),
      raw('"><a href="'),
      ...addressNodes(address, below(place, 'address'), walk),
      raw('" style="display:inline-block;padding:12px 22px;font-weight:600;text-decoration:none;color:'),
      output(layout('ink'), 'attribute'),
      raw('">'),
      ...lineNodes(label, below(place, 'label'), walk, 'text'),
      raw('</a></td></tr></table>\n</td></tr></table>\n'),
    ];
  },
  plain({ label, address }, place, walk) {
    return [
      ...lineNodes(label, below(place, 'label'), walk, 'plain'),
      raw('\n'),
      ...addressNodes(address, below(place, 'address'), walk, true),
      raw('\n\n'),
    ];
  },
};
