import { storableJson } from './storable.js';

/** Stands for every enum of the schema. */
export const ANY_ENUM = 'enum';

/** What a parameter or a column of a statement holds in TypeScript, and the PostgreSQL types it may have. */
export class Column<Value> {
  declare readonly value: Value;

  constructor(
    readonly types: readonly string[],
    readonly decode?: (raw: unknown) => unknown,
    readonly encode?: (value: unknown) => unknown,
  ) {}

  get orNull(): Column<Value | null> {
    const unlessNull = (one?: (value: unknown) => unknown) =>
      one && ((value: unknown) => (value === null ? null : one(value)));
    return new Column<Value | null>(this.types, unlessNull(this.decode), unlessNull(this.encode));
  }
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type NoColumns = Readonly<Record<never, never>>;
export type RowOf<C extends Columns> = { readonly [Name in keyof C]: C[Name]['value'] };

export const text = new Column<string>(['text', 'character varying', 'uuid']);
export const octets = new Column<Buffer>(['bytea']);
export const integer = new Column<number>(['integer', 'smallint']);
/** Of a bigint: up to 2^53. */
export const wide = new Column<number>(['bigint'], Number);
export const bytes = new Column<Uint8Array>(['bytea']);
export const bool = new Column<boolean>(['boolean']);
export const instant = new Column<Date>(['timestamp with time zone']);
export const texts = new Column<readonly string[]>(['text[]', 'uuid[]', 'character varying[]']);
export const integers = new Column<readonly number[]>(['integer[]']);

/** One of a few texts, which may be an enum of the schema. */
export const oneOf = <Value extends string>() => new Column<Value>(['text', 'character varying', ANY_ENUM]);

/** As the type says, unchecked: what this code has written itself. A parameter is made storable. */
export const json = <Value>() => new Column<Value>(['json', 'jsonb'], undefined, storableJson);

/** JSON that is read once, here. */
export const parsed = <Value>(parse: (raw: unknown) => Value) => new Column<Value>(['json', 'jsonb'], parse);
