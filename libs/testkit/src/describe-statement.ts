import type pg from 'pg';

export interface ResultColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `timestamp with time zone`. */
  readonly type: string;
  readonly isEnum: boolean;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** The part of the connection that a query of one's own speaks to (PostgreSQL, message flow: extended query). */
interface Wire {
  parse(statement: { name: string; text: string; types: number[] }): void;
  describe(what: { type: 'S'; name: string }): void;
  sync(): void;
}

/** Prepares a statement, and asks for the names and types of its result without running it. */
export async function describeStatement(
  client: pg.Client,
  { name, text }: { readonly name: string; readonly text: string },
): Promise<ResultColumn[]> {
  const fields = await new Promise<readonly Field[]>((resolve, reject) => {
    let found: readonly Field[] = [];
    client.query({
      submit(connection: pg.Connection) {
        const wire = connection as pg.Connection & Wire;
        wire.parse({ name, text, types: [] });
        wire.describe({ type: 'S', name });
        wire.sync();
      },
      handleRowDescription: ({ fields }: { readonly fields: readonly Field[] }) => (found = fields),
      handleError: (error: Error) => reject(error),
      handleReadyForQuery: () => resolve(found),
    } as pg.Submittable);
  });
  const { rows } = await client.query<{ type: string; isEnum: boolean }>(
    `SELECT format_type(t.oid, NULL) AS type, t.typtype = 'e' AS "isEnum"
      FROM unnest($1::oid[]) WITH ORDINALITY AS f(oid, place) JOIN pg_type t ON t.oid = f.oid ORDER BY f.place`,
    [fields.map(({ dataTypeID }) => dataTypeID)],
  );
  return fields.map((field, i) => ({ name: field.name, ...rows[i]! }));
}
