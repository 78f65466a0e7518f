import type { ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, type EditorState, type Selection } from '@tiptap/pm/state';

/** A block that the caret is in, or that is selected. */
export interface CurrentBlock {
  readonly pos: number;
  readonly depth: number;
}

/** The innermost block around the selection, with its place in the tree. */
export function currentBlock({ selection }: Pick<EditorState, 'selection'>): CurrentBlock | undefined {
  if (selection instanceof NodeSelection && 'id' in selection.node.attrs)
    return { pos: selection.from, depth: selection.$from.depth + 1 };
  return innermost(selection.$from);
}

function innermost($pos: ResolvedPos): CurrentBlock | undefined {
  for (let { depth } = $pos; depth > 0; depth--)
    if ('id' in $pos.node(depth).attrs) return { pos: $pos.before(depth), depth };
  return undefined;
}

export const nodeAt = ({ doc }: EditorState, block: CurrentBlock | undefined) =>
  block && doc.nodeAt(block.pos);

/** The chip that is selected, with its place. */
export function selectedField(selection: Selection) {
  return selection instanceof NodeSelection && selection.node.type.name === 'field'
    ? { pos: selection.from, attrs: selection.node.attrs }
    : undefined;
}
