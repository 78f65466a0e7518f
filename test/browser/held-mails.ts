import pg from 'pg';

interface HeldHere {
  readonly group: string;
  readonly cause: 'account' | 'limit' | 'firstContacts';
  readonly reason: { readonly code: string; readonly params: object };
  /** First names, one for each mail. */
  readonly to: readonly string[];
}

/** What a mail server says to a wrong password. */
export const signInRefused = {
  code: 'account.signIn',
  params: {
    reply: '535 5.7.8 Error: authentication failed: wrong password',
    from: 'hello@sample.cueline.test',
  },
};

/** Holds mails of the sample studio as the worker does; nobody is told of it by mail, and nothing is tried by itself. */
export async function holdMails(databaseUrl: string, { group, cause, reason, to }: HeldHere): Promise<void> {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  try {
    await database.query(
      `WITH studio AS (SELECT s.id, b.id AS brand FROM studios s JOIN brands b ON b.studio_id = s.id AND b.is_default ORDER BY s.created_at LIMIT 1),
        hold AS (INSERT INTO mail_holds (studio_id, hold_group, cause, reason, next_probe_at, notified_at)
          SELECT id, $1, $2, $3, CASE WHEN $2 = 'account' THEN now() + interval '1 day' END, now() FROM studio)
      INSERT INTO sends (id, studio_id, key, purpose, brand_id, category, to_address, to_name, state, message_id, reason, hold_group, held_at, updated_at)
      SELECT gen_random_uuid(), studio.id, md5($1 || name), 'step', brand, 'transactional', lower(name) || '@held.test', name, 'held',
        '<' || md5($1 || name) || '@held.test>', $3, $1, now(), now() FROM studio, unnest($4::text[]) AS name`,
      [group, cause, JSON.stringify(reason), [...to]],
    );
  } finally {
    await database.end();
  }
}
