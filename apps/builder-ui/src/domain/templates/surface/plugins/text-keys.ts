import { Extension } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { insertBlock } from '../commands/block-commands.js';
import { listToTexts } from '../commands/text-commands.js';

/** What Enter and Backspace mean in a list, a button and on a block that is set. */
export const TextKeys = Extension.create({
  name: 'textKeys',
  priority: 900,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) =>
      apply(editor, leaveList) || apply(editor, belowButton) || apply(editor, belowSetBlock),
    Backspace: ({ editor }) => apply(editor, firstItemToText),
    'Shift-Enter': ({ editor }) => apply(editor, lineBreak),
    'Mod-a': ({ editor }) => apply(editor, selectLabel),
    'Mod-b': ({ editor }) => toggle(editor, 'bold'),
    'Mod-i': ({ editor }) => toggle(editor, 'italic'),
  }),
});

type Target = { readonly state: EditorState; readonly view: { dispatch: (tr: Transaction) => void } };

function apply({ state, view }: Target, edit: (state: EditorState) => Transaction | undefined): boolean {
  const tr = edit(state);
  if (tr) view.dispatch(tr);
  return tr !== undefined;
}

function toggle({ state, view }: Target, name: string): boolean {
  const mark = state.schema.marks[name];
  // Taken even where a text has no marks: the browser's own would change what is shown alone.
  if (mark) toggleMark(mark)(state, view.dispatch.bind(view));
  return true;
}

const caretIn = ({ selection }: EditorState, type: string): boolean =>
  selection instanceof TextSelection && selection.empty && selection.$from.parent.type.name === type;

/** Enter in an empty item goes on below the list. */
function leaveList(state: EditorState): Transaction | undefined {
  const { $from } = state.selection;
  if (!caretIn(state, 'item') || $from.parent.content.size > 0) return undefined;
  return listToTexts(state, $from.index(-1), $from.index(-1) + 1);
}

function firstItemToText(state: EditorState): Transaction | undefined {
  const { $from } = state.selection;
  if (!caretIn(state, 'item') || $from.parentOffset > 0 || $from.index(-1) > 0) return undefined;
  return listToTexts(state, 0, 1);
}

function belowButton(state: EditorState): Transaction | undefined {
  return state.selection.$from.parent.type.name === 'button' ? textBelow(state) : undefined;
}

/** All of a label first; pressed again, all of the email. */
function selectLabel(state: EditorState): Transaction | undefined {
  const { $from, from, to } = state.selection;
  if ($from.parent.type.name !== 'button' || (from === $from.start() && to === $from.end())) return undefined;
  return state.tr.setSelection(TextSelection.create(state.doc, $from.start(), $from.end()));
}

function belowSetBlock(state: EditorState): Transaction | undefined {
  const { selection } = state;
  return 'node' in selection && !selection.$from.parent.isTextblock ? textBelow(state) : undefined;
}

const textBelow = (state: EditorState): Transaction =>
  insertBlock(state, state.schema.nodes['paragraph']!.create(), true);

function lineBreak(state: EditorState): Transaction | undefined {
  const made = state.schema.nodes['break'];
  const { $from } = state.selection;
  if (!made || !$from.parent.isTextblock) return undefined;
  if (!$from.parent.canReplaceWith($from.index(), $from.index(), made)) return textBelow(state);
  const tr = state.tr.replaceSelectionWith(made.create(), true);
  return tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map($from.pos)))).scrollIntoView();
}
