import type { Columns, NoColumns, RowOf } from './columns.js';
import { statementNames } from './statement-names.js';

export interface PreparedQuery {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
  readonly hasRows: boolean;
}

/** Where statements run: a pool, a connection, or a transaction of Prisma's (`onPrisma`). */
export interface Queryable {
  query(query: PreparedQuery): Promise<{ readonly rows: unknown[]; readonly rowCount: number | null }>;
}

export interface Definition<P extends Columns, R extends Columns> {
  /** PostgreSQL keeps the plan under it, once for each connection. At most 63 characters. */
  readonly name: string;
  /** The text says `:studioId` where the value of the parameter `studioId` belongs. */
  readonly params?: P;
  /** What comes back, in camelCase; the text's own names are the same in snake_case. Absent where nothing does. */
  readonly row?: R;
  readonly sql: string;
}

/** A name after a colon that is not part of a cast or of another word. */
const parameter = /(?<![:\w]):([a-z]\w*)/gi;

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A statement as the database is asked about it. */
export type Written = Pick<Statement, 'name' | 'text' | 'columns'>;

/** Every statement of the modules that are loaded, by its name. */
export const writtenStatements = new Map<string, Written>();

/** SQL with named parameters and typed rows, prepared by name. `test/database` prepares each against the migrated schema. */
export class Statement<P extends Columns = Columns, R extends Columns = Columns> {
  readonly name: string;
  readonly text: string;
  /** The columns of its result, by the names that the database gives them. */
  readonly columns: ReadonlyMap<string, R[string]>;
  readonly #params: readonly (readonly [string, P[string]])[];
  readonly #row: readonly (readonly [name: string, column: string, R[string]])[];

  constructor({ name, params, row, sql }: Definition<P, R>) {
    this.name = name;
    this.#params = Object.entries(params ?? {}) as [string, P[string]][];
    this.#row = Object.entries(row ?? {}).map(([key, column]) => [key, snakeCase(key), column as R[string]]);
    this.columns = new Map(this.#row.map(([, column, type]) => [column, type]));
    const places = new Map(this.#params.map(([key], i) => [key, `$${i + 1}`]));
    this.text = sql.replace(parameter, (_, key: string) => {
      const place = places.get(key);
      if (!place)
        throw new Error(`The statement ${name} uses the parameter ${key}, which it does not declare.`);
      return place;
    });
    statementNames.claim(name, this.text);
    writtenStatements.set(name, this);
  }

  async rows(on: Queryable, params: RowOf<P>): Promise<RowOf<R>[]> {
    const { rows } = await on.query(this.#query(params));
    return rows.map((row) => this.#rowOf(row as Readonly<Record<string, unknown>>));
  }

  /** The first row, where there is one. */
  async first(on: Queryable, params: RowOf<P>): Promise<RowOf<R> | undefined> {
    return (await this.rows(on, params))[0];
  }

  /** @returns how many rows it found or changed */
  async run(on: Queryable, params: RowOf<P>): Promise<number> {
    return (await on.query(this.#query(params))).rowCount ?? 0;
  }

  #query(params: RowOf<P>): PreparedQuery {
    const values = this.#params.map(([key, { encode }]) => (encode ? encode(params[key]) : params[key]));
    return { name: this.name, text: this.text, values, hasRows: this.#row.length > 0 };
  }

  #rowOf(raw: Readonly<Record<string, unknown>>): RowOf<R> {
    const row: Record<string, unknown> = {};
    for (const [key, column, { decode }] of this.#row) row[key] = decode ? decode(raw[column]) : raw[column];
    return row as RowOf<R>;
  }
}

export const statement = <P extends Columns = NoColumns, R extends Columns = NoColumns>(
  definition: Definition<P, R>,
): Statement<P, R> => new Statement(definition);

/** The same statement over several tables or kinds, each with a name of its own. */
export const statementsFor = <Key extends string, S>(
  keys: readonly Key[],
  make: (key: Key) => S,
): Readonly<Record<Key, S>> =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Readonly<Record<Key, S>>;

interface RawQueries {
  $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number>;
}

/** Within a Prisma transaction, so that what statements and what Prisma change commits together. */
export const onPrisma = (tx: RawQueries): Queryable => ({
  async query({ text, values, hasRows }) {
    if (!hasRows) return { rows: [], rowCount: await tx.$executeRawUnsafe(text, ...values) };
    const rows = await tx.$queryRawUnsafe<unknown[]>(text, ...values);
    return { rows, rowCount: rows.length };
  },
});
