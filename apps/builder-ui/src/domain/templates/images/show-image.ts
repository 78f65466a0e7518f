import { blockLimits } from '@cueline/email/blocks';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { UploadedImage } from './image-uploads.js';

/** The block shows the image, wherever it is by now: as wide as the email, or as the image is where that is less. */
export function showImage(editor: Editor, blockId: string, { file, width }: UploadedImage): void {
  if (editor.isDestroyed) return;
  const { tr, doc } = editor.state;
  doc.descendants((node: Node, pos) => {
    if (node.attrs['id'] !== blockId || node.type.name !== 'image') return;
    tr.setNodeAttribute(pos, 'source', { file });
    if (node.attrs['width'] === null && width < blockLimits.width)
      tr.setNodeAttribute(pos, 'width', Math.max(width, LEAST));
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}

/** A document has no narrower image. */
const LEAST = 16;
