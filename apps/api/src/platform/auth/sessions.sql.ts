import { statement, text, type RowOf } from '@cueline/database/sql';

const session = { sessionId: text, userId: text, name: text, email: text };
export type SessionRow = RowOf<typeof session>;

/** Read with every request, so that an ended session ends everywhere at once. */
export const sessionOfToken = statement({
  name: 'session-of-token',
  params: { token: text },
  row: session,
  sql: `SELECT s.id AS session_id, u.id AS user_id, u.name, u.email FROM auth_sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token = :token AND s.expires_at > now()`,
});
