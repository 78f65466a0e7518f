import { statement } from './statement.js';

export const savepoint = statement({ name: 'savepoint', sql: 'SAVEPOINT part' });
export const rollbackToSavepoint = statement({
  name: 'rollback-to-savepoint',
  sql: 'ROLLBACK TO SAVEPOINT part',
});

/** For the rest of the transaction no statement waits longer for a row that somebody has locked. */
export const shortenLockTimeout = statement({
  name: 'shorten-lock-timeout',
  sql: `SET LOCAL lock_timeout = '500ms'`,
});
