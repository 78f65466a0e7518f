import { blankDocument, blockDocumentSchema, type Block } from '@cueline/email/blocks';
import { fieldOf } from '@cueline/workflows';
import { Fragment, Slice, type Mark, type Node } from '@tiptap/pm/model';
import { blockFromEditor } from '../mapping/blocks.js';

/** Whether a document takes it: other programs write the clipboard, too. */
const isTaken = (block: Block): boolean =>
  blockDocumentSchema.safeParse({ ...blankDocument(), blocks: [{ ...block, id: 'pasted' }] }).success;

/** Without what no document has: fields that nobody knows, settings of another shape. */
export const cleanSlice = ({ content, openStart, openEnd }: Slice): Slice => {
  const clean = cleaned(content);
  return clean.eq(content) ? new Slice(content, openStart, openEnd) : Slice.maxOpen(clean);
};

function cleaned(content: Fragment): Fragment {
  const kept: Node[] = [];
  content.forEach((node) => {
    const clean = cleanNode(node);
    if (clean) kept.push(clean);
  });
  return Fragment.from(kept);
}

function cleanNode(node: Node): Node | undefined {
  const marks = node.marks.filter(isKept);
  const marked = marks.length === node.marks.length ? node : node.mark(marks);
  if (node.type.name === 'field') return fieldOf(String(node.attrs['field'])) ? marked : undefined;
  if (node.isLeaf)
    return node.isInline || isTaken(blockFromEditor(node.toJSON() as object)) ? marked : undefined;
  const content = cleaned(node.content);
  const copy = marked.copy(content);
  const hasSettings = node.type.name === 'section' || node.type.name === 'button';
  // What it holds is checked by itself, its settings with nothing in it.
  const settings = hasSettings && { ...blockFromEditor(node.toJSON() as object), ...empty(node.type.name) };
  return settings && !isTaken(settings) ? undefined : copy;
}

const empty = (type: string): object => (type === 'section' ? { blocks: [] } : { label: [] });

const isKept = ({ type, attrs }: Mark): boolean =>
  type.name !== 'link' ||
  isTaken({ id: 'link', type: 'button', label: [], address: (attrs['address'] ?? null) as [] });
