import type { EventType } from '@cueline/workflows';
import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { insertBlock } from './commands/block-commands.js';
import { newBlock } from './commands/new-block.js';
import { formatFor } from './formats.js';
import type { Insertable } from './insertables.js';

/** Puts something where the caret is, and the caret after it. */
export function insert(editor: Editor, item: Insertable, event: EventType): void {
  const { state, view } = editor;
  const tr =
    item.type === 'block'
      ? insertBlock(state, newBlock(state.schema, item.block, event))
      : insertField(state, item.field.path);
  if (tr) view.dispatch(tr);
  view.focus();
}

function insertField(state: EditorState, field: string): Transaction | undefined {
  const type = state.schema.nodes['field'];
  if (!type) return undefined;
  const { tr, selection } = state;
  const chip = type.create({ field, ...formatFor(field) });
  // A chip that is selected stays: the next one goes after it.
  const at = selection instanceof NodeSelection ? selection.to : undefined;
  if (at === undefined && selection.$from.parent.isTextblock) {
    const { parent } = selection.$from;
    tr.replaceSelectionWith(chip.mark(parent.type.allowedMarks(selection.$from.marks())), false);
    return tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(selection.to))).scrollIntoView();
  }
  const $at = state.doc.resolve(at ?? selection.to);
  if ($at.parent.isTextblock) {
    tr.insert($at.pos, chip);
    return tr.setSelection(TextSelection.create(tr.doc, $at.pos + 1)).scrollIntoView();
  }
  const below = insertBlock(state, state.schema.nodes['paragraph']!.create(null, chip));
  return below.setSelection(TextSelection.create(below.doc, below.selection.from + 1));
}
