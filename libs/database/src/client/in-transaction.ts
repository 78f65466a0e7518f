import type { Pool, PoolClient } from 'pg';
import { rollbackToSavepoint, savepoint } from './savepoint.sql.js';
import type { Queryable } from './statement.js';

/** A statement of the transaction had failed, and its error was not passed on: nothing of it is stored. */
export class NotCommitted extends Error {
  constructor() {
    super('The transaction was rolled back: one of its statements had failed.');
    this.name = 'NotCommitted';
  }
}

/**
 * Carries out `work` in one transaction of READ COMMITTED: committed when it returns, rolled back when it throws. A connection on which not even
 * the rollback works is closed, never given to others.
 */
export async function inTransaction<T>(pool: Pool, work: (on: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken: Error | undefined;
  // One that dies between two statements says so by an event, which would end the process where nobody listens; the next statement fails by itself.
  const onError = (error: Error) => (broken = error);
  connection.on('error', onError);
  try {
    await connection.query('BEGIN');
    const result = await work(connection);
    // A failed transaction takes COMMIT for ROLLBACK, and says so by the tag alone.
    const { command } = await connection.query('COMMIT');
    if (command !== 'COMMIT') throw new NotCommitted();
    return result;
  } catch (error) {
    broken = (await rollBack(connection)) ?? broken;
    throw error;
  } finally {
    connection.off('error', onError);
    connection.release(broken);
  }
}

/** Frees the locks at once: a connection that is closed holds them until the server has seen it. @returns why the connection cannot be used again */
async function rollBack(connection: PoolClient): Promise<Error | undefined> {
  try {
    await connection.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * A part of a transaction that may fail while the rest goes on: then what it did is rolled back. @param isLost whether by an error the connection is gone, so that
 * nothing can be done on it any more
 */
export async function withSavepoint<T>(
  on: Queryable,
  isLost: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  await savepoint.run(on, {});
  try {
    return await work();
  } catch (error) {
    if (!isLost(error)) await rollbackToSavepoint.run(on, {});
    throw error;
  }
}
