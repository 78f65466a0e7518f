export interface SessionRow {
  readonly sessionId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** `$1` token. Read with every request, so that an ended session ends everywhere at once. */
export const sessionOfToken = {
  name: 'session-of-token',
  text: `SELECT s.id AS "sessionId", u.id AS "userId", u.name, u.email FROM auth_sessions s JOIN users u ON u.id = s.user_id
    WHERE s.token = $1 AND s.expires_at > now()`,
};
