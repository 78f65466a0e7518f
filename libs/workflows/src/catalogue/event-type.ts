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
}

export const eventType = <Type extends string>(spec: EventTypeSpec<Type>): EventTypeSpec<Type> => spec;
