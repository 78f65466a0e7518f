import type { ZodType } from 'zod';

/** The kinds of record an event can be about. */
export const subjectTypes = [
  'booking',
  'invoice',
  'inquiry',
  'project',
  'task',
  'client',
  'message',
] as const;
export type SubjectType = (typeof subjectTypes)[number];

/** Whom a mail step can address, given the records around an event. */
export type RecipientRole = 'client' | 'vendors' | 'staff' | 'inquirer' | 'address';

export interface EventTypeSpec<Type extends string = string> {
  readonly type: Type;
  /** An owner's words: "a booking is created". */
  readonly label: string;
  readonly group: string;
  readonly subject: SubjectType;
  /** Shape of the event's own data; unknown keys are refused. */
  readonly data: ZodType;
  readonly sample: Readonly<Record<string, unknown>>;
  /** Records whose facts are at hand, the subject first. */
  readonly records: readonly string[];
  /** Of these, the ones that may be missing, so that their fields may be empty. */
  readonly optionalRecords: readonly string[];
  readonly roles: readonly RecipientRole[];
  /** The event that brings its record into the studio. */
  readonly brings?: true;
  /** It moves a date of its record. */
  readonly moves?: true;
  /** The date of what it is about, and by how many days that may lie before the record was written down here and still be news. */
  readonly ownDate?: { readonly field: string; readonly days: number };
  /** How many days after it happened it may be recorded and still be news; a few, where nothing is said. */
  readonly lateDays?: number;
}

export const eventType = <Type extends string>(spec: EventTypeSpec<Type>): EventTypeSpec<Type> => spec;
