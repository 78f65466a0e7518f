import type { Block, BlockDocument } from '@cueline/email/blocks';
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { m as blocks } from '../surface/messages.js';
import type { TemplateProblem } from './problem-list.js';
import { m } from './messages.js';

type Place = TemplateProblem['block'];

/** "Button": the block that a problem is about. */
export function placeLabel(place: Place, document: Pick<BlockDocument, 'blocks'>): string {
  if (!place || place.pointer.startsWith('/subject')) return m.subject;
  if (place.pointer.startsWith('/preheader')) return m.preheader;
  const block = allBlocks(document.blocks).find(({ id }) => id === place.id);
  return block ? blocks.blocks[block.type] : m.email;
}

const allBlocks = (list: readonly Block[]): readonly Block[] =>
  list.flatMap((block) => {
    if (block.type === 'columns')
      return [block, ...block.columns.flatMap((column) => allBlocks(column.blocks))];
    return block.type === 'section' ? [block, ...allBlocks(block.blocks)] : [block];
  });

/** Puts the caret where a problem is: on its chip, in its text, else on its block. @returns whether the email has the place */
export function goToBlock(editor: Editor, place: NonNullable<Place>): boolean {
  const { state, view } = editor;
  let found: { pos: number; node: typeof state.doc } | undefined;
  state.doc.descendants((node, pos) => {
    if (node.attrs['id'] === place.id) found = { pos, node };
    return !found;
  });
  if (!found) return false;
  const { pos, node } = found;
  const index = /\/(?:content|label)\/(\d+)$/.exec(place.pointer)?.[1];
  const child = index === undefined ? undefined : childAt(node, Number(index));
  const selection =
    child?.node.type.name === 'field'
      ? NodeSelection.create(state.doc, pos + 1 + child.offset)
      : node.isTextblock
        ? TextSelection.create(state.doc, pos + 1 + (child?.offset ?? 0))
        : NodeSelection.create(state.doc, pos);
  view.dispatch(state.tr.setSelection(selection).scrollIntoView());
  view.focus();
  return true;
}

function childAt(node: Editor['state']['doc'], index: number) {
  let found: { node: typeof node; offset: number } | undefined;
  node.forEach((child, offset, at) => {
    if (at === index) found = { node: child, offset };
  });
  return found;
}
