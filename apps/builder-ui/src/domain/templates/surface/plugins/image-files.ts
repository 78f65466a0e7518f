import { Extension } from '@tiptap/core';
import { Slice, Fragment } from '@tiptap/pm/model';
import { NodeSelection, Plugin } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { insertBlock } from '../commands/block-commands.js';
import { newBlockId } from './block-ids.js';

export interface ImageFilesOptions {
  /** A file of an image was dropped or pasted, for the block with this id. */
  readonly onFile: (blockId: string, file: File) => void;
}

/** Files that are dropped or pasted become images where that happens; on an image they take its place. */
export const ImageFiles = Extension.create<ImageFilesOptions>({
  name: 'imageFiles',
  addOptions: () => ({ onFile: () => undefined }),
  addProseMirrorPlugins() {
    const { onFile } = this.options;
    const take = (view: EditorView, files: readonly File[], first: string | undefined) => {
      for (const [index, file] of files.entries())
        onFile((index === 0 ? first : undefined) ?? addImage(view), file);
      view.focus();
    };
    return [
      new Plugin({
        props: {
          handlePaste: (view, { clipboardData }) => {
            const files = imagesIn(clipboardData);
            if (files.length === 0 || holdsText(clipboardData)) return false;
            const { selection } = view.state;
            const isImage = selection instanceof NodeSelection && selection.node.type.name === 'image';
            take(view, files, isImage ? idOf(view, selection.from) : undefined);
            return true;
          },
          handleDrop: (view, event, _slice, moved) => {
            const files = moved ? [] : imagesIn(event.dataTransfer);
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
            if (files.length === 0 || !place) return false;
            event.preventDefault();
            const on = view.state.doc.nodeAt(place.inside)?.type.name === 'image' ? place.inside : undefined;
            take(view, files, on === undefined ? addImageAt(view, place.pos) : idOf(view, on));
            return true;
          },
        },
      }),
    ];
  },
});

export const imagesIn = (data: DataTransfer | null): File[] =>
  [...(data?.files ?? [])].filter(({ type }) => type.startsWith('image/'));

/** What is copied in a word processor has a picture of itself beside its text: the text is meant. */
const holdsText = (data: DataTransfer | null): boolean => (data?.getData('text/plain') ?? '').trim() !== '';

const idOf = (view: EditorView, pos: number) => view.state.doc.nodeAt(pos)?.attrs['id'] as string | undefined;

const newImage = ({ state: { schema } }: EditorView) => schema.nodes['image']!.create({ id: newBlockId() });

/** Below what is written or selected. */
function addImage(view: EditorView): string {
  const image = newImage(view);
  view.dispatch(insertBlock(view.state, image));
  return String(image.attrs['id']);
}

/** Between the blocks that the place is nearest to. */
function addImageAt(view: EditorView, pos: number): string {
  const image = newImage(view);
  const { tr, doc } = view.state;
  const at = dropPoint(doc, pos, new Slice(Fragment.from(image), 0, 0)) ?? doc.content.size;
  tr.insert(at, image);
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, at)));
  return String(image.attrs['id']);
}
