import type { Editor } from '@tiptap/core';
import type { EventType } from '@cueline/workflows';
import { createContext, useContext } from 'react';
import type { ImageUploads } from '../images/image-uploads.js';
import type { LeftOut } from './pasting/clean-html.js';
import type { Shown } from './plugins/shown.js';

/** What all texts of one email share. */
export interface SurfaceContext {
  /** Whose records the fields come from. */
  readonly event: EventType;
  readonly shown: Shown;
  /** A text of the email is written in: what is inserted goes there, and the settings are about it. */
  readonly onFocus: (editor: Editor) => void;
  /** A text of a setting is written in: what is inserted goes there. */
  readonly onInsertTarget: (editor: Editor) => void;
  /** Enter on a chip: to its settings. */
  readonly onOpenChip: () => void;
  readonly onLeftOut: (leftOut: LeftOut) => void;
  /** A file is chosen for an image of the email. */
  readonly onImageFile: (blockId: string, file: File) => void;
  /** Images on their way. */
  readonly uploads: ImageUploads;
}

const context = createContext<SurfaceContext | undefined>(undefined);
export const SurfaceProvider = context.Provider;

export function useSurface(): SurfaceContext {
  const value = useContext(context);
  if (!value) throw new Error('An email is edited inside a SurfaceProvider.');
  return value;
}
