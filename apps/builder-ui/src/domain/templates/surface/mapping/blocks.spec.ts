import { describe, expect, it } from '@jest/globals';
import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import {
  blockDocumentSchema,
  blankDocument,
  fieldFormats,
  sectionOperators,
  type Block,
  type Inline,
  type Line,
  type Mark,
} from '@cueline/email/blocks';
import { blockSchema, lineSchema } from '../extensions.js';
import { blocksFromEditor, blocksToEditor } from './blocks.js';
import { lineDocument, lineOfDocument } from './lines.js';

const some = { requiredKeys: [] as [] };
const id = fc.uuid();
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const field = fc
  .tuple(
    fc.record({
      type: fc.constant('field' as const),
      field: fc.constantFrom('client.firstName', 'booking.startsAt'),
    }),
    fc.record({ fallback: fc.string({ maxLength: 8 }), format: fc.constantFrom(...fieldFormats) }, some),
  )
  .map(([atom, set]) => ({ ...atom, ...set }));
const run = fc.record({ type: fc.constant('text' as const), text });

/** Two texts with the same marks beside each other are one. */
function joined<T extends Inline>(inlines: readonly T[]): T[] {
  const found: T[] = [];
  for (const inline of inlines) {
    const last = found.at(-1);
    const same = JSON.stringify(last?.marks) === JSON.stringify(inline.marks);
    if (last?.type === 'text' && inline.type === 'text' && same)
      found[found.length - 1] = { ...last, text: last.text + inline.text };
    else found.push(inline);
  }
  return found;
}

const line: fc.Arbitrary<Line> = fc
  .array(fc.oneof(run, field), { maxLength: 5 })
  .map((runs) => joined(runs as Inline[]) as Line);
const marks = fc
  .record(
    {
      bold: fc.constant<Mark>({ type: 'bold' }),
      italic: fc.constant<Mark>({ type: 'italic' }),
      link: line.map((address): Mark => ({ type: 'link', address })),
    },
    some,
  )
  .map((set): Mark[] => [set.bold, set.italic, set.link].filter((mark) => mark !== undefined));
const content = fc
  .array(
    fc
      .tuple(fc.oneof(run, field, fc.constant({ type: 'break' as const })), marks)
      .map(([inline, set]): Inline => ({ ...inline, ...(set.length > 0 && { marks: set }) })),
    { maxLength: 6 },
  )
  .map(joined);
const align = fc.record(
  { align: fc.constantFrom('left' as const, 'center' as const, 'right' as const) },
  some,
);
type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;
const of = <Type extends Block['type']>(type: Type, rest: fc.Arbitrary<Omit<Of<Type>, 'id' | 'type'>>) =>
  fc.tuple(id, rest).map(([own, settings]) => ({ id: own, type, ...settings }));
/** Of a block without settings. */
const none = fc.constant({});
const aligned = <T extends object>(rest: fc.Arbitrary<T>) =>
  fc.tuple(align, rest).map(([a, r]) => ({ ...a, ...r }));

const simple = fc.oneof(
  of('text', aligned(fc.record({ content }))),
  of('heading', aligned(fc.record({ level: fc.constantFrom(1, 2, 3), content }))),
  of('list', fc.record({ ordered: fc.boolean(), items: fc.array(fc.record({ content }), { maxLength: 3 }) })),
  of('button', aligned(fc.record({ label: line, address: line }))),
  of(
    'image',
    fc
      .tuple(
        align,
        fc.record({
          source: fc.oneof(
            fc.constant(null),
            fc.record({ file: fc.uuid() }),
            fc.record({ address: fc.webUrl() }),
          ),
          alt: fc.option(fc.string({ maxLength: 10 })),
        }),
        fc.record({ width: fc.integer({ min: 16, max: 544 }), link: line }, some),
      )
      .map(([a, shown, set]) => ({ ...a, ...shown, ...set })),
  ),
  of('divider', none),
  of('spacer', fc.record({ height: fc.integer({ min: 4, max: 120 }) })),
);
const row = fc
  .tuple(fc.record({ label: fc.string({ maxLength: 6 }) }), field)
  .map(([label, { type: _, ...atom }]) => ({ ...label, ...atom }));
const inner = fc.oneof(
  { weight: 4, arbitrary: simple },
  of('signature', none),
  of(
    'details',
    fc.record({ record: fc.constantFrom('booking', 'invoice'), rows: fc.array(row, { maxLength: 3 }) }),
  ),
  of(
    'columns',
    fc.record({
      columns: fc.array(fc.record({ blocks: fc.array(simple, { maxLength: 2 }) }), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
  ),
);
const when = fc.tuple(
  fc.record({ field: fc.constant('client.company'), op: fc.constantFrom(...sectionOperators) }),
  fc.record(
    { value: fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { minLength: 1, maxLength: 2 })) },
    some,
  ),
);
const block = fc.oneof(
  { weight: 5, arbitrary: inner },
  of(
    'section',
    fc.record({
      when: when.map(([asked, value]) => ({ ...asked, ...value })),
      blocks: fc.array(inner, { maxLength: 2 }),
    }),
  ),
);

describe('a document in the editor', () => {
  it('comes back as it was, whatever is in it', () => {
    const schema = getSchema(blockSchema);
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        // What the generator makes is what documents are.
        expect(blockDocumentSchema.parse({ ...blankDocument(), blocks }).blocks).toEqual(blocks);
        const tree = schema.nodeFromJSON(blocksToEditor(blocks));
        tree.check();
        expect(blocksFromEditor(tree.toJSON() as object)).toEqual(blocks);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it was, a line of it', () => {
    const schema = getSchema(lineSchema);
    fc.assert(
      fc.property(line, (given) => {
        const tree = schema.nodeFromJSON(lineDocument(given));
        tree.check();
        expect(lineOfDocument(tree.toJSON() as object)).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it('joins texts that only a program keeps apart', () => {
    const schema = getSchema(blockSchema);
    const apart: Block[] = [
      {
        id: 'a',
        type: 'text',
        content: [
          { type: 'text', text: 'See ' },
          { type: 'text', text: 'you', marks: [] },
        ],
      },
    ];
    const tree = schema.nodeFromJSON(blocksToEditor(apart));
    expect(blocksFromEditor(tree.toJSON() as object)).toEqual([
      { id: 'a', type: 'text', content: [{ type: 'text', text: 'See you' }] },
    ]);
  });
});
