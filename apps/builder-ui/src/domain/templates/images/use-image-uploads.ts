import type { Editor } from '@tiptap/core';
import { useState, useSyncExternalStore } from 'react';
import { ImageUploads } from './image-uploads.js';
import { showImage } from './show-image.js';

/** The images on their way into an email. @param body the email; undefined until it is there */
export function useImageUploads(body: Editor | undefined) {
  const [store] = useState(() => new ImageUploads());
  const uploads = useSyncExternalStore(store.subscribe, store.view);
  const onFile = (blockId: string, file: File) =>
    void store.upload(blockId, file, (image) => body && showImage(body, blockId, image));
  return { store, uploads, onFile };
}
