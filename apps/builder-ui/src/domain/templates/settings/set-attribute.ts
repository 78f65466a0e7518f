import type { Editor } from '@tiptap/core';

/** Changes settings of the node at a place; what is selected stays selected. */
export function setAttributes(
  editor: Editor,
  pos: number,
  attributes: Readonly<Record<string, unknown>>,
): void {
  const { tr } = editor.state;
  for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(pos, name, value ?? null);
  editor.view.dispatch(tr);
}
