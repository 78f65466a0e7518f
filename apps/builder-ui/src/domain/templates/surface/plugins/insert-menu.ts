import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { isComposing } from '../../../../kit/keyboard/composing.js';

export interface OpenMenu {
  /** `/` offers blocks and fields, `{` fields alone. */
  readonly trigger: '/' | '{';
  /** Where the letter is that opened it. */
  readonly from: number;
  readonly query: string;
}

const key = new PluginKey<OpenMenu | null>('insertMenu');
const LONGEST_QUERY = 40;

export const openMenuOf = (state: EditorState): OpenMenu | null => key.getState(state) ?? null;
/** As if the letter had been typed at the caret. */
export const openMenu = (state: EditorState): Transaction =>
  state.tr.insertText('/').setMeta(key, { trigger: '/', from: state.selection.from });
/** Without what was typed to find something. */
export const withoutQuery = (state: EditorState, { from }: OpenMenu): Transaction =>
  state.tr.delete(from, state.selection.head).setMeta(key, 'close');

export interface InsertMenuOptions {
  /** Keys while the menu is open. @returns whether the menu has used it */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** Opens a menu where `/` or `{` is typed, and closes it when the caret goes elsewhere. What was typed stays a text until something is chosen. */
export const InsertMenu = Extension.create<InsertMenuOptions>({
  name: 'insertMenu',
  priority: 2_000,
  addOptions: () => ({ onKey: () => false }),
  addProseMirrorPlugins() {
    const { onKey } = this.options;
    return [
      new Plugin<OpenMenu | null>({
        key,
        state: { init: () => null, apply: (tr, menu) => next(tr, menu) },
        props: {
          handleTextInput: (view, from, to, text) => {
            if (view.composing || (text !== '/' && text !== '{') || !opensAt(view.state, from, text))
              return false;
            view.dispatch(view.state.tr.insertText(text, from, to).setMeta(key, { trigger: text, from }));
            return true;
          },
          handleKeyDown: (view, event) => {
            if (!key.getState(view.state) || isComposing(event)) return false;
            if (event.key !== 'Escape') return onKey(event);
            // One level out: the menu alone.
            event.stopPropagation();
            view.dispatch(view.state.tr.setMeta(key, 'close'));
            return true;
          },
        },
      }),
    ];
  },
});

/** A slash inside a word or an address is a slash. */
function opensAt({ doc, schema }: EditorState, pos: number, text: string): boolean {
  const $pos = doc.resolve(pos);
  const field = schema.nodes['field'];
  if (!field || !$pos.parent.isTextblock) return false;
  const before = $pos.nodeBefore;
  return (
    text === '{' ||
    !before ||
    (before.isText && /\s$/u.test(before.text ?? '')) ||
    before.type.name === 'break'
  );
}

function next(tr: Transaction, menu: OpenMenu | null): OpenMenu | null {
  const meta = tr.getMeta(key) as 'close' | Pick<OpenMenu, 'trigger' | 'from'> | undefined;
  if (meta === 'close') return null;
  const open = meta ?? menu;
  if (!open) return null;
  const from = meta ? open.from : tr.mapping.map(open.from, -1);
  const { selection, doc } = tr;
  if (!(selection instanceof TextSelection) || !selection.empty) return null;
  const { $head, head } = selection;
  if (head <= from || $head.start() > from) return null;
  if (doc.textBetween(from, from + 1) !== open.trigger) return null;
  const query = doc.textBetween(from + 1, head, '\n', '\n');
  // A fraction, a path, a bracket: not a search.
  if (query.length > LONGEST_QUERY || /^\s|[\n}]|\s{2}/u.test(query)) return null;
  return { trigger: open.trigger, from, query };
}
