/** The types a fact can have. Money is minor units with its currency; a date is a calendar day; an instant is a moment in UTC. */
export type FieldType = 'text' | 'number' | 'money' | 'date' | 'instant' | 'boolean' | 'choice' | 'list';

/** A type, not an interface: so it is plain data to whatever takes plain data. */
export type Money = {
  /** Minor units of the currency: 12500 is 125.00 EUR. */
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
};

/** Dates as `YYYY-MM-DD`, instants as ISO 8601 in UTC, choices as their value, lists as texts; null where the record holds nothing. */
export type FactValue = string | number | boolean | Money | readonly string[] | null;

/** What is known of the records around a run: `facts.client.firstName`. Plain data with null prototypes is welcome. */
export type Facts = Readonly<Record<string, Readonly<Record<string, FactValue>>>>;

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One merge field, and one thing a condition can ask about. */
export interface Field {
  /** `client.firstName` */
  readonly path: string;
  readonly label: string;
  readonly type: FieldType;
  readonly sample: FactValue;
  /** A record may hold nothing here, so a template needs a fallback. */
  readonly mayBeEmpty: boolean;
  readonly choices?: readonly Choice[];
  /** Choices are suggestions: a studio may use words of its own. */
  readonly open?: boolean;
}

export interface RecordSpec {
  /** The first part of the field paths: `client`. */
  readonly name: string;
  readonly label: string;
  readonly fields: readonly Field[];
}

type FieldOptions = Pick<Field, 'choices' | 'open'> & { readonly empty?: boolean };

/** Describes a record's fields in one line each. */
export function record(
  name: string,
  label: string,
  fields: Readonly<Record<string, readonly [FieldType, string, FactValue, FieldOptions?]>>,
): RecordSpec {
  return {
    name,
    label,
    fields: Object.entries(fields).map(
      ([key, [type, fieldLabel, sample, { empty = false, ...rest } = {}]]) => ({
        path: `${name}.${key}`,
        label: fieldLabel,
        type,
        sample,
        mayBeEmpty: empty,
        ...rest,
      }),
    ),
  };
}

export const choices = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
