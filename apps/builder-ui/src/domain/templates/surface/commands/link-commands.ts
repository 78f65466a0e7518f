import type { Line } from '@cueline/email/blocks';
import type { Mark } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

export interface FoundLink {
  readonly address: Line;
  readonly from: number;
  readonly to: number;
}

/** The link around the caret, or that what is selected is a part of. */
export function linkAt({ selection: { $from }, schema }: EditorState): FoundLink | undefined {
  const type = schema.marks['link'];
  if (!type) return undefined;
  const { parent } = $from;
  const marks = $from.marks();
  const mark =
    type.isInSet($from.nodeAfter?.marks ?? []) ??
    type.isInSet($from.nodeBefore?.marks ?? []) ??
    type.isInSet(marks);
  return mark && spanOf(mark, $from.start(), $from.parentOffset, parent);
}

function spanOf(
  mark: Mark,
  start: number,
  offset: number,
  parent: EditorState['doc'],
): FoundLink | undefined {
  let found: { from: number; to: number } | undefined;
  let open: { from: number; to: number } | undefined;
  parent.forEach((node, at) => {
    if (!mark.isInSet(node.marks)) return void (open = undefined);
    open = { from: open?.from ?? at, to: at + node.nodeSize };
    if (open.from <= offset && offset <= open.to) found = open;
  });
  if (!found) return undefined;
  const address = (mark.attrs['address'] ?? []) as Line;
  return { address, from: start + found.from, to: start + found.to };
}

/** Another address for the link around the caret, or a new link of what is selected. */
export function setLink(state: EditorState, address: Line): Transaction {
  const type = state.schema.marks['link']!;
  const { from, to } = linkAt(state) ?? state.selection;
  return state.tr.removeMark(from, to, type).addMark(from, to, type.create({ address }));
}

export function removeLink(state: EditorState): Transaction {
  const link = linkAt(state);
  return link ? state.tr.removeMark(link.from, link.to, state.schema.marks['link']) : state.tr;
}
