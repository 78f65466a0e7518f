import type { EventType } from '@cueline/workflows';
import type { Editor } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { DragEvent } from 'react';
import { newBlock } from './commands/new-block.js';
import { formatFor } from './formats.js';
import type { Insertable } from './insertables.js';

/** A block or a field on its way into the email: the surface shows where it may be dropped. */
export function dragItem(
  { view, schema }: Editor,
  item: Insertable,
  event: EventType,
  drag: DragEvent,
): void {
  const node =
    item.type === 'block'
      ? newBlock(schema, item.block, event)
      : schema.nodes['field']!.create({ field: item.field.path, ...formatFor(item.field.path) });
  const slice = new Slice(Fragment.from(node), 0, 0);
  const { dom, text } = view.serializeForClipboard(slice);
  drag.dataTransfer.effectAllowed = 'copy';
  // What another text of the page, such as the subject, reads.
  drag.dataTransfer.setData('text/html', dom.innerHTML);
  drag.dataTransfer.setData('text/plain', text);
  view.dragging = { slice, move: false };
  drag.currentTarget.addEventListener('dragend', () => (view.dragging = null), { once: true });
}
