import type { Align, Block, BlockDocument, InnerBlock, Line, SimpleBlock } from '@cueline/email/blocks';
import type { JSONContent } from '@tiptap/core';
import { inlinesFromEditor, inlinesToEditor, lineFromEditor, lineToEditor } from './inlines.js';

/** Something to write in where a document has no block; as long as nothing is written, none. */
const place: JSONContent = { type: 'paragraph', attrs: { id: null, align: null } };

const filled = (nodes: JSONContent[]): JSONContent[] => (nodes.length > 0 ? nodes : [place]);

/** The editor's tree of a document's blocks: one to one, so that going there and back changes nothing. */
export const blocksToEditor = (blocks: BlockDocument['blocks']): JSONContent => ({
  type: 'doc',
  content: filled(blocks.map(blockToEditor)),
});

export function blockToEditor(block: Block): JSONContent {
  const { id } = block;
  switch (block.type) {
    case 'text':
      return { ...node('paragraph', { id, align: block.align }), content: inlinesToEditor(block.content) };
    case 'heading': {
      const { level, align } = block;
      return { ...node('heading', { id, level, align }), content: inlinesToEditor(block.content) };
    }
    case 'list':
      return {
        ...node('list', { id, ordered: block.ordered }),
        content: block.items.map(({ content }) => ({ type: 'item', content: inlinesToEditor(content) })),
      };
    case 'button': {
      const { address, align } = block;
      return { ...node('button', { id, address, align }), content: lineToEditor(block.label) };
    }
    case 'image': {
      const { source, alt, width, link, align } = block;
      return node('image', { id, source, alt, width, link, align });
    }
    case 'spacer':
      return node('spacer', { id, height: block.height });
    case 'details':
      return node('details', { id, record: block.record, rows: block.rows });
    case 'columns':
      return {
        ...node('columns', { id }),
        content: block.columns.map(({ blocks }) => ({
          type: 'column',
          content: filled(blocks.map(blockToEditor)),
        })),
      };
    case 'section':
      return {
        ...node('section', { id, when: block.when }),
        content: filled(block.blocks.map(blockToEditor)),
      };
    case 'divider':
    case 'signature':
      return node(block.type, { id });
  }
}

/** Absent there is null here. */
const node = (type: string, attrs: Readonly<Record<string, unknown>>): JSONContent => ({
  type,
  attrs: Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name, value ?? null])),
});

export const blocksFromEditor = ({ content = [] }: JSONContent): Block[] =>
  written(content).map(blockFromEditor);

/** Without the place that only offers itself to be written in. */
const written = (nodes: readonly JSONContent[]): readonly JSONContent[] =>
  nodes.length === 1 && isPlace(nodes[0]!) ? [] : nodes;

const isPlace = ({ type, attrs, content = [] }: JSONContent): boolean =>
  type === 'paragraph' && attrs?.['id'] == null && content.length === 0;

/** What the schema of the editor promises of each node. */
interface Attributes {
  readonly id: string | null;
  readonly align?: Align | null;
}

export function blockFromEditor(json: JSONContent): Block {
  const { type, content = [] } = json;
  const attrs = (json.attrs ?? {}) as Attributes & Record<string, unknown>;
  const id = attrs.id ?? '';
  const align = attrs.align != null && { align: attrs.align };
  switch (type) {
    case 'heading':
      return { id, type, level: attrs['level'] as 1 | 2 | 3, ...align, content: inlinesFromEditor(content) };
    case 'list':
      return {
        id,
        type,
        ordered: attrs['ordered'] === true,
        items: content.map((item) => ({ content: inlinesFromEditor(item.content) })),
      };
    case 'button':
      return { id, type, ...align, label: lineFromEditor(content), address: lineOf(attrs['address']) };
    case 'columns':
      return {
        id,
        type,
        columns: content.map((column) => ({
          blocks: written(column.content ?? []).map(blockFromEditor) as SimpleBlock[],
        })),
      };
    case 'section':
      return {
        id,
        type,
        when: attrs['when'],
        blocks: written(content).map(blockFromEditor) as InnerBlock[],
      } as Block;
    case 'image':
    case 'divider':
    case 'spacer':
    case 'signature':
    case 'details':
      return { type, ...present(attrs), id } as Block;
    default:
      return { id, type: 'text', ...align, content: inlinesFromEditor(content) };
  }
}

/** An image without a source or a description says so: null is a value there. */
const kept = new Set(['source', 'alt']);
const present = (attrs: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(attrs).filter(([name, value]) => value != null || kept.has(name)));

const lineOf = (value: unknown): Line => (Array.isArray(value) ? (value as Line) : []);
