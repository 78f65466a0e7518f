import type { Block, FieldAtom, Inline, Line, TextRun } from '@cueline/email/blocks';

/** What the texts to begin with are written in: fields in braces by a short name, as in "Dear {name}". */
const fields: Readonly<Record<string, Omit<FieldAtom, 'type'>>> = {
  date: { field: 'booking.startsAt', format: 'date:full' },
  time: { field: 'booking.startsAt', format: 'time' },
  title: { field: 'booking.title' },
  place: { field: 'booking.location' },
  number: { field: 'invoice.number' },
  balance: { field: 'invoice.balance', format: 'money' },
  due: { field: 'invoice.dueOn', format: 'date:long' },
  project: { field: 'project.name' },
  client: { field: 'client.firstName' },
  inquirer: { field: 'inquiry.firstName' },
  brand: { field: 'brand.name' },
};

/** "Dear {client}" or "at {place|the place we agreed on}": with what is written where the record holds nothing. */
export const line = (text: string): Line =>
  text
    .split(/(\{[^}]+\})/)
    .filter(Boolean)
    .map((part): TextRun | FieldAtom => {
      const [, name = '', fallback] = /^\{(\w+)(?:\|([^}]*))?\}$/.exec(part) ?? [];
      const field = fields[name];
      return field
        ? { type: 'field', ...field, ...(fallback && { fallback }) }
        : { type: 'text', text: part };
    });

const content = (text: string): Inline[] => [...line(text)];

/** A block for each line, `# ` begins a heading, and the signature. */
export const blocksOf = (text: string): Block[] => [
  ...text.split('\n').map((paragraph, index) => blockOf(paragraph, `b${index + 1}`)),
  { id: 'signature', type: 'signature' },
];

function blockOf(paragraph: string, id: string): Block {
  return paragraph.startsWith('# ')
    ? { id, type: 'heading', level: 2, content: content(paragraph.slice(2)) }
    : { id, type: 'text', content: content(paragraph) };
}
