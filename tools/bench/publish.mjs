import { randomUUID } from 'node:crypto';

/**
 * Publishes one workflow on booking.created in place of those that are there, without a limit of mails a day.
 * @param stepsOf its steps, around a mail of the sample workflow @returns {Promise<string>} its id
 */
export async function publishAlone(pool, name, stepsOf) {
  const { rows } = await pool.query(
    `SELECT w.studio_id, v.definition FROM workflows w JOIN workflow_versions v ON v.id = w.published_version_id ORDER BY w.created_at LIMIT 1`,
  );
  const [{ studio_id: studioId, definition: sample }] = rows;
  const definition = { ...sample, steps: stepsOf(sample.steps[0].paths[0].steps[1]) };
  const id = randomUUID();
  await pool.query(`UPDATE workflows SET state = 'paused'`);
  await pool.query(
    `WITH w AS (
      INSERT INTO workflows (id, studio_id, name, state, draft, published_version_id, updated_at)
      VALUES ($1, $2, $3, 'published', $5, $4, now()) RETURNING id, studio_id, draft
    ) INSERT INTO workflow_versions (id, studio_id, workflow_id, number, definition) SELECT $4, studio_id, id, 1, draft FROM w`,
    [id, studioId, name, randomUUID(), JSON.stringify(definition)],
  );
  await pool.query(
    'UPDATE studios SET automation_revision = automation_revision + 1, mails_per_contact_and_day = NULL',
  );
  return id;
}
