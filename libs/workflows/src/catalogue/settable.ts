/** How a field changes: text and choices are set, lists have an entry added or taken away. */
export type ChangeOp = 'set' | 'add' | 'remove';

export interface Settable {
  readonly ops: readonly ChangeOp[];
  /** The values that can be set; absent: a text. */
  readonly choices?: readonly string[];
  /** Characters at most of a text, or of one entry. */
  readonly characters: number;
  /** A text that may not be empty. */
  readonly required?: boolean;
}

const text = (characters: number): Settable => ({ ops: ['set'], characters });
const required = (characters: number): Settable => ({ ...text(characters), required: true });
const oneOf = (...choices: string[]): Settable => ({ ops: ['set'], choices, characters: 50 });
const list = (characters: number): Settable => ({ ops: ['add', 'remove'], characters });

/** What a workflow may change of a record: of each record these fields, and no others. */
export const settable = {
  client: { tags: list(50), company: text(200), phone: text(50) },
  booking: { status: oneOf('confirmed', 'completed', 'cancelled'), kind: required(50), location: text(300) },
  inquiry: { status: oneOf('open', 'answered', 'booked', 'closed') },
  project: { stage: required(100) },
  invoice: { status: oneOf('issued', 'void') },
  task: { status: oneOf('open', 'done', 'dropped'), notes: text(5_000) },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Settable>>>>;

export type UpdatableRecord = keyof typeof settable;
export type SettableField<R extends UpdatableRecord> = keyof (typeof settable)[R] & string;

export const updatableRecords = Object.keys(settable) as readonly UpdatableRecord[];

/** Its settable fields by key; the keys come from outside, so nothing inherited counts. */
export const settableOf = (record: UpdatableRecord, field: string): Settable | undefined => {
  const fields: Readonly<Record<string, Settable>> = settable[record];
  return Object.hasOwn(fields, field) ? fields[field] : undefined;
};
