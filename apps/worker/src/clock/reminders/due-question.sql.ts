/**
 * `$1` ids of questions that are left alone. A run that is paused is not asked about until it goes on; one whose step is not on record yet is about to be.
 */
export const dueQuestionSql = `
  SELECT a.id::text, a.studio_id::text, a.run_id::text, a.step_id, a.visit, a.reminders, (r.ended_at IS NULL AND s.status = 'waiting') AS stands
  FROM approvals a JOIN runs r ON r.studio_id = a.studio_id AND r.id = a.run_id
    JOIN run_steps s ON s.studio_id = a.studio_id AND s.run_id = a.run_id AND s.step_id = a.step_id AND s.visit = a.visit
  WHERE a.state = 'waiting' AND a.remind_at <= now() AND (r.paused_at IS NULL OR r.ended_at IS NOT NULL) AND s.status <> 'running' AND a.id <> ALL($1::uuid[])
  ORDER BY a.remind_at LIMIT 1 FOR UPDATE OF a SKIP LOCKED`;
