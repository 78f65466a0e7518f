import { fieldsFor, type EventType } from '@cueline/workflows';
import type { BlockType, DetailsRow } from '@cueline/email/blocks';
import type { Node, Schema } from '@tiptap/pm/model';
import { fieldLabel } from '../../../labels/labels.js';
import { formatFor } from '../formats.js';
import { newBlockId } from '../plugins/block-ids.js';
import { m } from '../messages.js';

/** A block as it begins. */
export function newBlock(schema: Schema, type: BlockType, event: EventType): Node {
  const node = (name: string, attrs: object = {}, content?: Node | Node[]) =>
    schema.nodes[name]!.create({ id: newBlockId(), ...attrs }, content);
  const item = () => schema.nodes['item']!.create();
  const column = () => schema.nodes['column']!.create(null, node('paragraph'));
  switch (type) {
    case 'text':
      return node('paragraph');
    case 'heading':
      return node('heading', { level: 2 });
    case 'list':
      return node('list', { ordered: false }, item());
    case 'button':
      return node('button', { address: [] }, schema.text(m.buttonLabel));
    case 'image':
      return node('image');
    case 'spacer':
      return node('spacer', { height: 24 });
    case 'details': {
      const record = recordFor(event);
      return node('details', { record, rows: usualRows(record) });
    }
    case 'columns':
      return schema.nodes['columns']!.create({ id: newBlockId() }, [column(), column()]);
    case 'section':
      return node('section', { when: { field: emptiableField(event), op: 'isNotEmpty' } }, node('paragraph'));
    case 'divider':
    case 'signature':
      return node(type);
  }
}

const knows = (event: EventType, record: string) =>
  fieldsFor(event).some(({ path }) => path.startsWith(`${record}.`));

const recordFor = (event: EventType): 'booking' | 'invoice' =>
  !knows(event, 'booking') && knows(event, 'invoice') ? 'invoice' : 'booking';

const rows = {
  booking: ['booking.title', 'booking.startsAt', 'booking.location'],
  invoice: ['invoice.number', 'invoice.total', 'invoice.balance', 'invoice.dueOn'],
} as const;

const usualRows = (record: 'booking' | 'invoice'): DetailsRow[] =>
  rows[record].map((field) => ({ label: fieldLabel(field), field, ...formatFor(field) }));

/** A question that makes sense at once: of what a record may not have. */
const emptiableField = (event: EventType): string =>
  (fieldsFor(event).find(({ mayBeEmpty }) => mayBeEmpty) ?? fieldsFor(event)[0])?.path ?? 'client.lastName';
