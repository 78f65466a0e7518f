import { Extension, type Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import { selectedField } from '../current-block.js';

export interface ChipKeysOptions {
  /** Opens what a chip can be set to. */
  readonly onOpen: () => void;
}

/** A chip is one letter to the arrows, one stop to the tab key, and opens with Enter. */
export const ChipKeys = Extension.create<ChipKeysOptions>({
  name: 'chipKeys',
  // Before what Enter does to a text.
  priority: 1_000,
  addOptions: () => ({ onOpen: () => undefined }),
  addKeyboardShortcuts() {
    return {
      ArrowRight: ({ editor }) => pass(editor, 1, false),
      ArrowLeft: ({ editor }) => pass(editor, -1, false),
      'Shift-ArrowRight': ({ editor }) => pass(editor, 1, true),
      'Shift-ArrowLeft': ({ editor }) => pass(editor, -1, true),
      Tab: ({ editor }) => goToChip(editor, 1),
      'Shift-Tab': ({ editor }) => goToChip(editor, -1),
      Enter: ({ editor }) => {
        if (!selectedField(editor.state.selection)) return false;
        this.options.onOpen();
        return true;
      },
    };
  },
});

/** Over the chip beside the caret; browsers differ in whether they stop inside. */
function pass({ state, view }: Editor, direction: 1 | -1, extend: boolean): boolean {
  const { selection, doc } = state;
  if (!(selection instanceof TextSelection) || (!selection.empty && !extend)) return false;
  const { $head, head, anchor } = selection;
  const beside = direction > 0 ? $head.nodeAfter : $head.nodeBefore;
  if (beside?.type.name !== 'field') return false;
  const to = head + direction;
  view.dispatch(state.tr.setSelection(TextSelection.create(doc, extend ? anchor : to, to)).scrollIntoView());
  return true;
}

/** To the next chip in reading order; past the last one the tab key leaves the text. */
function goToChip({ state, view }: Editor, direction: 1 | -1): boolean {
  const { doc, selection } = state;
  const chips: number[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'field') chips.push(pos);
  });
  const next =
    direction > 0
      ? chips.find((pos) => pos >= selection.to)
      : chips.findLast((pos) => pos + 1 <= selection.from);
  if (next === undefined) return false;
  view.dispatch(state.tr.setSelection(NodeSelection.create(doc, next)).scrollIntoView());
  return true;
}
