import type { FieldAtom, Inline, Line, Mark } from '@cueline/email/blocks';
import type { JSONContent } from '@tiptap/core';

/** Text as a document and as the editor have it. What is absent there is null here, and the other way round. */
export function inlinesToEditor(content: readonly Inline[]): JSONContent[] {
  return content.map((inline) => ({
    ...toNode(inline),
    ...(inline.marks?.length && { marks: toMarks(inline.marks) }),
  }));
}

export const lineToEditor = (line: Line): JSONContent[] => line.map(toNode);

function toNode(inline: Inline): JSONContent {
  switch (inline.type) {
    case 'text':
      return { type: 'text', text: inline.text };
    case 'break':
      return { type: 'break' };
    case 'field': {
      const { field, format = null, fallback = null } = inline;
      return { type: 'field', attrs: { field, format, fallback } };
    }
  }
}

const toMarks = (marks: readonly Mark[]): NonNullable<JSONContent['marks']> =>
  marks.map((mark) =>
    mark.type === 'link' ? { type: 'link', attrs: { address: mark.address } } : { type: mark.type },
  );

export const inlinesFromEditor = (content: readonly JSONContent[] = []): Inline[] =>
  content.map((node) => {
    const marks = fromMarks(node.marks);
    return { ...fromNode(node), ...(marks.length > 0 && { marks }) };
  });

export const lineFromEditor = (content: readonly JSONContent[] = []): Line =>
  content.map(fromNode).filter((inline) => inline.type !== 'break');

type Atom = Line[number] | { readonly type: 'break' };

function fromNode({ type, text = '', attrs = {} }: JSONContent): Atom {
  if (type === 'text') return { type, text };
  if (type === 'field') return { type, ...fieldFrom(attrs) };
  return { type: 'break' };
}

/** A field's attributes, without those that are not set. */
export function fieldFrom(attrs: Readonly<Record<string, unknown>>): Omit<FieldAtom, 'type'> {
  const { field, format, fallback } = attrs as {
    readonly field: string;
    readonly format: FieldAtom['format'] | null;
    readonly fallback: string | null;
  };
  return { field, ...(format != null && { format }), ...(fallback != null && { fallback }) };
}

const fromMarks = (marks: JSONContent['marks'] = []): Mark[] =>
  marks.map(({ type, attrs }): Mark =>
    type === 'link'
      ? { type, address: (attrs?.['address'] ?? []) as Line }
      : { type: type === 'bold' ? 'bold' : 'italic' },
  );
