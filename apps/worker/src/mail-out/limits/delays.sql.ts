import { ofStudio } from '@cueline/database';

/** Mails to an address that wait for a later day, by the day that they have a place on. `$1` studio, `$2` address, `$3` key of the mail that is not counted. */
export const placesSql = `
  SELECT delayed_to::text AS day, count(*)::int AS mails FROM sends
  WHERE lower(to_address) = lower($2) AND state = 'queued' AND delayed_to IS NOT NULL AND ${ofStudio()} AND key <> $3 GROUP BY 1`;

export interface Place {
  readonly day: string;
  readonly mails: number;
}

/** `$1` studio, `$2` key, `$3` instant, `$4` day, `$5` reason. Time that it waits for its day is no time of trying. */
export const delaySql = `
  WITH delayed AS (
    UPDATE sends SET next_attempt_at = $3, tried_since = $3, delayed_to = $4, reason = $5::jsonb, updated_at = now()
    WHERE key = $2 AND ${ofStudio()} AND state = 'queued' RETURNING run_id, step_id, visit
  )
  UPDATE run_steps s SET reason = $5::jsonb FROM delayed d
  WHERE s.run_id = d.run_id AND s.step_id = d.step_id AND s.visit = d.visit AND ${ofStudio('s')} AND s.status = 'waiting'`;

/** `$1` studio, `$2` key, `$3` instant. */
export const postponeSql = `
  UPDATE sends SET next_attempt_at = $3, reason = '{"code": "send.window"}', updated_at = now()
  WHERE key = $2 AND ${ofStudio()} AND state = 'queued'`;
