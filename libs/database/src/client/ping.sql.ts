import { statement, type Queryable } from './statement.js';

const ping = statement({ name: 'ping', sql: 'SELECT 1' });

/** @throws Error when the database does not answer */
export const pingDatabase = async (on: Queryable): Promise<void> => {
  await ping.run(on, {});
};
