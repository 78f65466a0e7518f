import { fieldsFor, type EventType, type Field } from '@cueline/workflows';
import type { BlockType } from '@cueline/email/blocks';
import { fieldLabel, recordLabel } from '../../labels/labels.js';
import { m } from './messages.js';

export interface BlockItem {
  readonly type: 'block';
  readonly id: string;
  readonly label: string;
  readonly block: BlockType;
}
export interface FieldItem {
  readonly type: 'field';
  readonly id: string;
  readonly label: string;
  readonly field: Field;
}
export type Insertable = BlockItem | FieldItem;

export interface InsertGroup<Item = Insertable> {
  readonly label: string;
  readonly items: readonly Item[];
}

const order: readonly BlockType[] = [
  'text',
  'heading',
  'button',
  'image',
  'divider',
  'details',
  'list',
  'columns',
  'section',
  'spacer',
  'signature',
];

/** The blocks of an email, the commonest first. */
export const blockItems: readonly BlockItem[] = order.map((block) => ({
  type: 'block',
  id: `block:${block}`,
  label: m.blocks[block],
  block,
}));

const fieldItem = (field: Field): FieldItem => ({
  type: 'field',
  id: `field:${field.path}`,
  label: fieldLabel(field.path),
  field,
});

/** @returns whether every word that was typed begins a word of these */
export const matches = (query: string, ...labels: readonly string[]): boolean => {
  const words = labels
    .join(' ')
    .toLocaleLowerCase()
    .split(/[\s.]+/u);
  return query
    .toLocaleLowerCase()
    .split(/\s+/u)
    .every((wanted) => words.some((word) => word.startsWith(wanted)));
};

/** The fields that an event brings, by their records. */
export function fieldGroups(event: EventType, query: string): InsertGroup<FieldItem>[] {
  const found = fieldsFor(event).filter(({ path }) =>
    matches(query, fieldLabel(path), recordLabel(recordOf(path)), path),
  );
  return [...new Set(found.map(({ path }) => recordOf(path)))].map((record) => ({
    label: recordLabel(record),
    items: found.filter(({ path }) => recordOf(path) === record).map(fieldItem),
  }));
}

/** @param blocks where they stand among what is offered: in a sentence a field is meant first */
export function insertGroups(
  event: EventType,
  query: string,
  blocks: 'first' | 'last' | 'none',
): InsertGroup[] {
  const found = blockItems.filter(({ label, block }) => matches(query, label, block, m.synonyms[block]));
  const group = blocks !== 'none' && found.length > 0 ? [{ label: m.blocksTitle, items: found }] : [];
  const fields = fieldGroups(event, query);
  return blocks === 'last' ? [...fields, ...group] : [...group, ...fields];
}

const recordOf = (path: string): string => path.split('.')[0]!;
