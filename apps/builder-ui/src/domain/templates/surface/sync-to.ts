import type { Editor, JSONContent } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';

/** Shows another document, changing only what differs: the caret stays, or goes to the end of what changed. */
export function syncTo(editor: Editor, json: JSONContent): void {
  const { state, view } = editor;
  const next = state.schema.nodeFromJSON(json);
  const start = state.doc.content.findDiffStart(next.content);
  const end = state.doc.content.findDiffEnd(next.content);
  if (start === null || !end) return;
  // What is equal from both sides may overlap: "aa" to "aaa" differs in nothing twice.
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  const to = end.a + overlap;
  const nextTo = end.b + overlap;
  const tr = state.tr.replace(start, to, next.slice(start, nextTo));
  // An uneven cut was closed in another way than meant: the whole then.
  if (!tr.doc.eq(next)) tr.replaceWith(0, tr.doc.content.size, next.content);
  const at = tr.doc.resolve(Math.min(nextTo, tr.doc.content.size));
  const near = Selection.near(at, -1);
  if (near instanceof TextSelection || tr.selection.eq(state.selection)) tr.setSelection(near);
  view.dispatch(tr.setMeta('preventUpdate', true).setMeta('addToHistory', false));
}
