import { Fragment, type Attrs, type Node } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';

/** What a text can be made into. */
export type TextKind = 'text' | 'heading1' | 'heading2' | 'heading3' | 'list' | 'ordered';

export function textKindOf({ selection: { $from } }: EditorState): TextKind | undefined {
  const { parent } = $from;
  if (parent.type.name === 'paragraph') return 'text';
  if (parent.type.name === 'heading') return `heading${parent.attrs['level'] as 1 | 2 | 3}`;
  if (parent.type.name === 'item') return $from.node(-1).attrs['ordered'] ? 'ordered' : 'list';
  return undefined;
}

/** Makes the current text a heading, a list, a text; what is written stays. */
export function setTextKind(state: EditorState, kind: TextKind): Transaction | undefined {
  const current = textKindOf(state);
  if (!current || current === kind) return undefined;
  if (current === 'list' || current === 'ordered') return fromList(state, kind);
  if (kind === 'list' || kind === 'ordered') return toList(state, kind === 'ordered');
  const { $from } = state.selection;
  const { id, align } = $from.parent.attrs;
  const type = state.schema.nodes[kind === 'text' ? 'paragraph' : 'heading']!;
  const level = kind === 'text' ? {} : { level: Number(kind.at(-1)) };
  return state.tr.setNodeMarkup($from.before(), type, {
    id: id as unknown,
    align: align as unknown,
    ...level,
  });
}

function toList(state: EditorState, ordered: boolean): Transaction {
  const { $from } = state.selection;
  const { list, item } = state.schema.nodes;
  const made = list!.create(
    { id: $from.parent.attrs['id'] as unknown, ordered },
    item!.create(null, $from.parent.content),
  );
  return keepCaret(state, state.tr.replaceWith($from.before(), $from.after(), made), 1);
}

function fromList(state: EditorState, kind: TextKind): Transaction {
  const { $from } = state.selection;
  const list = $from.node(-1);
  if (kind === 'list' || kind === 'ordered')
    return state.tr.setNodeMarkup($from.before(-1), null, { ...list.attrs, ordered: kind === 'ordered' });
  const type = state.schema.nodes[kind === 'text' ? 'paragraph' : 'heading']!;
  return listToTexts(state, $from.index(-1), $from.index(-1) + 1, (content) =>
    type.create(kind === 'text' ? null : { level: Number(kind.at(-1)) }, content),
  );
}

/** Takes items out of the caret's list: what was above and below them stays lists. */
export function listToTexts(
  state: EditorState,
  from: number,
  to: number,
  made: (content: Fragment) => Node = (content) => state.schema.nodes['paragraph']!.create(null, content),
): Transaction {
  const { $from } = state.selection;
  const list = $from.node(-1);
  const items = list.content.content;
  const part = (start: number, end: number, attrs: Attrs): Node[] =>
    start < end ? [list.type.create(attrs, items.slice(start, end))] : [];
  const above = part(0, from, list.attrs);
  const below = part(to, items.length, {
    ...list.attrs,
    id: above.length > 0 ? null : (list.attrs['id'] as unknown),
  });
  const texts = items.slice(from, to).map(({ content }) => made(content));
  const start = $from.before(-1);
  const tr = state.tr.replaceWith(start, $from.after(-1), Fragment.from([...above, ...texts, ...below]));
  const caret = start + (above[0]?.nodeSize ?? 0) + 1 + $from.parentOffset;
  return tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView();
}

function keepCaret(state: EditorState, tr: Transaction, deeper: number): Transaction {
  const { anchor, head } = state.selection;
  return tr.setSelection(TextSelection.create(tr.doc, anchor + deeper, head + deeper)).scrollIntoView();
}
