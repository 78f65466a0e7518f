import { z } from 'zod';
import {
  BLOCK_SCHEMA_VERSION,
  fieldFormats,
  sectionOperators,
  type Block,
  type BlockDocument,
  type Column,
  type Inline,
  type InnerBlock,
  type Line,
  type Mark,
  type SimpleBlock,
} from './block-document.js';
import { blockLimits } from './block-limits.js';

const { line, inlines } = blockLimits;
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/);
const fieldPath = z.string().min(1).max(80);
const fieldParts = {
  field: fieldPath,
  fallback: z.string().max(blockLimits.fallback).optional(),
  format: z.enum(fieldFormats).optional(),
};
const textRun = (most: number) => ({ type: z.literal('text'), text: z.string().min(1).max(most) });
const field = { type: z.literal('field'), ...fieldParts };

const lineOf = (most: number): z.ZodType<Line> =>
  z
    .array(z.discriminatedUnion('type', [z.strictObject(textRun(most)), z.strictObject(field)]))
    .max(100)
    .refine(
      (runs) => runs.reduce((sum, run) => sum + (run.type === 'text' ? run.text.length : 1), 0) <= most,
      `At most ${most} characters.`,
    );

const mark: z.ZodType<Mark> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('link'), address: lineOf(line) }),
]);
const marks = {
  marks: z
    .array(mark)
    .max(3)
    .refine((given) => new Set(given.map(({ type }) => type)).size === given.length, 'Each mark once.')
    .optional(),
};
const content: z.ZodType<readonly Inline[]> = z
  .array(
    z.discriminatedUnion('type', [
      z.strictObject({ ...textRun(blockLimits.text), ...marks }),
      z.strictObject({ ...field, ...marks }),
      z.strictObject({ type: z.literal('break'), ...marks }),
    ]),
  )
  .max(inlines)
  .meta({ id: 'BlockContent' });

const align = { align: z.enum(['left', 'center', 'right']).optional() };
const block = <T extends string>(type: T) => ({ id, type: z.literal(type) });

const simple = [
  z.strictObject({
    ...block('heading'),
    ...align,
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    content,
  }),
  z.strictObject({ ...block('text'), ...align, content }),
  z.strictObject({
    ...block('list'),
    ordered: z.boolean(),
    items: z.array(z.strictObject({ content })).max(blockLimits.items),
  }),
  z.strictObject({ ...block('button'), ...align, label: lineOf(200), address: lineOf(line) }),
  z.strictObject({
    ...block('image'),
    ...align,
    source: z.union([
      z.strictObject({ file: z.uuid() }),
      z.strictObject({ address: z.string().min(1).max(line) }),
      z.null(),
    ]),
    alt: z.string().max(blockLimits.alt).nullable(),
    width: z.int().min(16).max(blockLimits.width).optional(),
    link: lineOf(line).optional(),
  }),
  z.strictObject(block('divider')),
  z.strictObject({
    ...block('spacer'),
    height: z.int().min(blockLimits.spacer.least).max(blockLimits.spacer.most),
  }),
] as const;
const simpleBlock: z.ZodType<SimpleBlock> = z.discriminatedUnion('type', simple).meta({ id: 'SimpleBlock' });

const column: z.ZodType<Column> = z.strictObject({
  blocks: z.array(simpleBlock).max(blockLimits.blocks),
});
const inner = [
  ...simple,
  z.strictObject(block('signature')),
  z.strictObject({
    ...block('details'),
    record: z.enum(['booking', 'invoice']),
    rows: z
      .array(z.strictObject({ ...fieldParts, label: z.string().max(blockLimits.label) }))
      .max(blockLimits.rows),
  }),
  z.strictObject({ ...block('columns'), columns: z.array(column).length(2) }),
] as const;
const innerBlock: z.ZodType<InnerBlock> = z.discriminatedUnion('type', inner).meta({ id: 'InnerBlock' });

const operandText = z.string().max(1_000);
const anyBlock: z.ZodType<Block> = z.discriminatedUnion('type', [
  ...inner,
  z.strictObject({
    ...block('section'),
    when: z.strictObject({
      field: fieldPath,
      op: z.enum(sectionOperators),
      value: z
        .union([
          operandText,
          z.number(),
          z.strictObject({ amountMinor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }),
          z.array(operandText).min(1).max(100),
        ])
        .optional(),
    }),
    blocks: z.array(innerBlock).max(blockLimits.blocks),
  }),
]);

/**
 * The shape of a document. Nothing in it recurses: a column holds simple blocks, a section no other section. The API describes it, and its
 * larger parts, once by their names.
 */
export const blockDocumentSchema: z.ZodType<BlockDocument> = z
  .strictObject({
    schemaVersion: z.literal(BLOCK_SCHEMA_VERSION),
    subject: lineOf(line),
    preheader: lineOf(blockLimits.preheader),
    blocks: z.array(anyBlock).max(blockLimits.blocks),
  })
  .meta({ id: 'BlockDocument' });
