import { describe, expect, it } from '@jest/globals';
import { instant, integer, json, parsed, text } from './columns.js';
import { onPrisma, statement, type PreparedQuery, type Queryable } from './statement.js';

const answering = (rows: unknown[]) => {
  const queries: PreparedQuery[] = [];
  const on: Queryable = {
    query: (query) => (queries.push(query), Promise.resolve({ rows, rowCount: rows.length })),
  };
  return { queries, on };
};

const find = statement({
  name: 'spec-find',
  params: { studioId: text, since: instant.orNull, facts: json<object>() },
  row: { id: text, stepId: text.orNull, madeFrom: parsed((raw) => Object.keys(raw as object)) },
  sql: `SELECT id::text, step_id, made_from FROM runs
    WHERE studio_id = :studioId AND at > :since::timestamptz AND facts @> :facts::jsonb AND kind <> 'a:b' AND studio_id = :studioId`,
});

describe('a statement', () => {
  it('takes its parameters by name and gives its rows in camelCase', async () => {
    const { queries, on } = answering([{ id: '1', step_id: null, made_from: { a: 1, b: 2 }, other: 1 }]);
    const since = new Date(0);
    const rows = await find.rows(on, { studioId: 's', since, facts: { name: 'a\u0000' } });
    expect(rows).toEqual([{ id: '1', stepId: null, madeFrom: ['a', 'b'] }]);
    expect(queries[0]!.values).toEqual(['s', since, '{"name":"a\ufffd"}']);
    expect(queries[0]!.text).toContain(
      `studio_id = $1 AND at > $2::timestamptz AND facts @> $3::jsonb AND kind <> 'a:b' AND studio_id = $1`,
    );
  });

  it('says that there is no first row, and how many rows it changed', async () => {
    const none = answering([]);
    expect(await find.first(none.on, { studioId: 's', since: null, facts: {} })).toBeUndefined();
    expect(await find.run(answering([{}, {}]).on, { studioId: 's', since: null, facts: {} })).toBe(2);
  });

  it('cannot use a parameter that it does not declare, or take the name of another', () => {
    const make = (name: string, sql: string) => () => statement({ name, params: { limit: integer }, sql });
    expect(make('spec-limit', 'SELECT :limits')).toThrow(
      'The statement spec-limit uses the parameter limits, which it does not declare.',
    );
    expect(make('spec-find', 'SELECT :limit')).toThrow('Two statements have the name spec-find.');
  });

  it('counts the rows that it changes within a transaction of Prisma’s', async () => {
    const change = statement({
      name: 'spec-change',
      params: { id: text },
      sql: 'DELETE FROM runs WHERE id = :id',
    });
    const on = onPrisma({
      $queryRawUnsafe: () => Promise.reject(new Error('has no rows')),
      $executeRawUnsafe: (sql, ...values) => Promise.resolve(sql.endsWith('$1') && values[0] === 'r' ? 3 : 0),
    });
    expect(await change.run(on, { id: 'r' })).toBe(3);
  });
});
