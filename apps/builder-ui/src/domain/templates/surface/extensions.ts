import { Extension, Node, type Extensions } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import type { LeftOut } from './pasting/clean-html.js';
import { BlockIds } from './plugins/block-ids.js';
import { ChipKeys } from './plugins/chip-keys.js';
import { CurrentBlockMark } from './plugins/current-block-mark.js';
import { ImageFiles } from './plugins/image-files.js';
import { InsertMenu } from './plugins/insert-menu.js';
import { Paste } from './plugins/paste.js';
import { ShowAsSent } from './plugins/shown.js';
import { TextKeys } from './plugins/text-keys.js';
import * as blocks from './nodes/block-nodes.js';
import { Field } from './nodes/field-node.js';
import * as marks from './nodes/marks.js';
import * as texts from './nodes/text-nodes.js';

export const blockSchema: Extensions = [
  ...Object.values(texts),
  ...Object.values(blocks),
  ...Object.values(marks),
  Field,
];

const Line = Node.create({
  name: 'line',
  content: '(text | field)*',
  marks: '',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
});

/** A text in one line, with fields. */
export const lineSchema: Extensions = [
  Node.create({ name: 'doc', topNode: true, content: 'line' }),
  texts.TextNode,
  Line,
  Field,
];

interface Handlers {
  /** Keys while the menu of what can be inserted is open. */
  readonly onMenuKey: (event: KeyboardEvent) => boolean;
  /** Enter on a chip. */
  readonly onOpenChip: () => void;
  readonly onLeftOut: (leftOut: LeftOut) => void;
}
interface BlockHandlers extends Handlers {
  readonly onImageFile: (blockId: string, file: File) => void;
}

const shared = ({ onMenuKey, onOpenChip, onLeftOut }: Handlers): Extensions => [
  InsertMenu.configure({ onKey: onMenuKey }),
  ChipKeys.configure({ onOpen: onOpenChip }),
  Paste.configure({ onLeftOut }),
  ShowAsSent,
];

const Cursors = Extension.create({
  name: 'cursors',
  addProseMirrorPlugins: () => [dropCursor({ class: 'drop-cursor', color: false, width: 2 }), gapCursor()],
});

export const blockExtensions = (handlers: BlockHandlers): Extensions => [
  ...blockSchema,
  ImageFiles.configure({ onFile: handlers.onImageFile }),
  ...shared(handlers),
  TextKeys,
  BlockIds,
  CurrentBlockMark,
  Cursors,
];

/** Enter leaves a line as it is: what it means is up to whoever shows it. */
const OneLine = Extension.create({
  name: 'oneLine',
  addKeyboardShortcuts: () => ({ Enter: () => true, 'Shift-Enter': () => true }),
});

export const lineExtensions = (handlers: Handlers): Extensions => [
  ...lineSchema,
  ...shared(handlers),
  OneLine,
];
