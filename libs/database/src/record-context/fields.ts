/** How a column of a record is read out of the JSON that PostgreSQL made of its row. */
export interface Field<Value> {
  readonly read: (raw: unknown) => Value;
}
type Fields = Readonly<Record<string, Field<unknown>>>;
type Read<F extends Fields> = { readonly [Name in keyof F]: ReturnType<F[Name]['read']> };

const as = <Value>(read: (raw: unknown) => Value): Field<Value> => ({ read });

export const string = as((raw) => raw as string);
export const oneOf = <Value extends string>(): Field<Value> => as((raw) => raw as Value);
export const optional = as((raw) => raw as string | null);
export const strings = as((raw) => raw as readonly string[]);
export const number = as(Number);
export const optionalNumber = as((raw) => (raw === null ? null : Number(raw)));
export const flag = as((raw) => raw as boolean | null);
export const jsonValue = as((raw) => raw);
/** An ISO instant in UTC, whatever zone the session writes it in. */
export const moment = as((raw) => new Date(raw as string).toISOString());
export const optionalMoment = as((raw) => (raw === null ? null : new Date(raw as string).toISOString()));

/** Columns of a table that are read together as one record. */
export interface RecordShape<F extends Fields> {
  /** SQL of the record as JSON. @param row alias of the table's row */
  readonly select: (row: string) => string;
  readonly parse: (raw: unknown) => Read<F>;
}
export type RecordOf<S> = S extends RecordShape<infer F> ? Read<F> : never;

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export function recordShape<F extends Fields>(fields: F): RecordShape<F> {
  const entries = Object.entries(fields);
  return {
    select: (row) =>
      `jsonb_build_object(${entries.map(([name]) => `'${name}', ${row}.${columnOf(name)}`).join(', ')})`,
    parse: (raw) => {
      const values = raw as Readonly<Record<string, unknown>>;
      return Object.fromEntries(entries.map(([name, { read }]) => [name, read(values[name])])) as Read<F>;
    },
  };
}
