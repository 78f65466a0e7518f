import { Extension } from '@tiptap/core';
import type { FieldAtom } from '@cueline/email/blocks';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Upload, Uploads } from '../../images/image-uploads.js';
import { fieldFrom } from '../mapping/inlines.js';

type FieldText = (field: Omit<FieldAtom, 'type'>) => string | undefined;

/** What the email says beside what is written in it. */
export interface Shown {
  /** The brand's. */
  readonly signature: string;
  /** What a field says for the chosen client; undefined: fields are shown by their labels. */
  readonly fieldText?: FieldText | undefined;
  /** Images on their way, by their blocks. */
  readonly uploads?: Uploads;
}

/** What a view draws of a node that the document does not say. */
export interface ShownIn {
  readonly text?: string;
  readonly fieldText?: FieldText;
  readonly upload?: Upload;
}

const key = new PluginKey<Shown>('shown');
const nothing: Shown = { signature: '' };

export const setShown = (state: EditorState, shown: Shown) => state.tr.setMeta(key, shown);

/** Views are drawn again when what they show changes: they are told by decorations. */
export const ShowAsSent = Extension.create({
  name: 'showAsSent',
  addProseMirrorPlugins: () => [
    new Plugin<Shown>({
      key,
      state: {
        init: () => nothing,
        apply: (tr, shown) => (tr.getMeta(key) as Shown | undefined) ?? shown,
      },
      props: { decorations: (state) => decorate(state, key.getState(state) ?? nothing) },
    }),
  ],
});

function decorate({ doc }: EditorState, shown: Shown): DecorationSet {
  const decorations: Decoration[] = [];
  doc.descendants((node, pos) => {
    const here = shownIn(node.type.name, node.attrs, shown);
    if (here) decorations.push(Decoration.node(pos, pos + node.nodeSize, {}, { shown: here }));
  });
  return DecorationSet.create(doc, decorations);
}

function shownIn(
  type: string,
  attrs: Record<string, unknown>,
  { signature, fieldText, uploads }: Shown,
): ShownIn | undefined {
  if (type === 'signature') return { text: signature };
  if (type === 'image') {
    const upload = uploads?.get(String(attrs['id']));
    return upload && { upload };
  }
  if (!fieldText) return undefined;
  if (type === 'details') return { fieldText };
  if (type !== 'field') return undefined;
  const text = fieldText(fieldFrom(attrs));
  return text === undefined ? undefined : { text };
}

export function shownOf(decorations: readonly Decoration[]): ShownIn {
  for (const { spec } of decorations) {
    const { shown } = spec as { readonly shown?: ShownIn };
    if (shown) return shown;
  }
  return {};
}
