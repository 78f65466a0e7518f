import type { sends } from '@cueline/contracts';

export interface SendRow {
  readonly id: string;
  readonly state: sends.SendState;
  readonly to_address: string;
  readonly to_name: string;
  readonly category: 'transactional' | 'marketing';
  readonly template: string | null;
  readonly run_id: string | null;
  readonly step_id: string | null;
  readonly workflow_id: string | null;
  readonly workflow_name: string | null;
  readonly client_id: string | null;
  readonly hold_group: string | null;
  readonly held_at: Date | null;
  readonly next_attempt_at: Date | null;
  readonly created_at: Date;
  readonly reason: { readonly code: string } | null;
}

/** `$1` studio, `$2` state, `$3` group, `$4` run, `$5` client, `$6` id of the last one seen, `$7` how many. Newest first. */
export const listSendsSql = `
  SELECT s.id::text, s.state, s.to_address, s.to_name, s.category, t.name AS template, s.run_id::text, s.step_id, r.workflow_id::text,
    w.name AS workflow_name, s.client_id::text, CASE WHEN s.state = 'held' THEN s.hold_group END AS hold_group,
    CASE WHEN s.state = 'held' THEN s.held_at END AS held_at, CASE WHEN s.state = 'queued' THEN s.next_attempt_at END AS next_attempt_at,
    s.created_at, s.reason
  FROM sends s LEFT JOIN runs r ON r.studio_id = s.studio_id AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = r.studio_id AND w.id = r.workflow_id
    LEFT JOIN templates t ON t.studio_id = s.studio_id AND t.id = s.template_id
  WHERE s.studio_id = $1::uuid AND ($2::send_state IS NULL OR s.state = $2::send_state)
    AND ($3::text IS NULL OR (s.hold_group = $3 AND s.state = 'held'))
    AND ($4::uuid IS NULL OR s.run_id = $4::uuid) AND ($5::uuid IS NULL OR s.client_id = $5::uuid)
    AND ($6::uuid IS NULL OR (s.created_at, s.id) < (SELECT p.created_at, p.id FROM sends p WHERE p.studio_id = $1::uuid AND p.id = $6::uuid))
  ORDER BY s.created_at DESC, s.id DESC LIMIT $7`;

export interface HoldRow {
  readonly hold_group: string;
  readonly cause: string;
  readonly reason: { readonly code: string };
  readonly since: Date;
  readonly next_probe_at: Date | null;
  readonly mails: number;
}

/** Groups that hold mails now, the oldest first. */
export const holdsSql = `
  SELECT h.hold_group, h.cause, h.reason, h.since, h.next_probe_at, x.mails
  FROM mail_holds h JOIN LATERAL (
    SELECT count(*)::int AS mails FROM sends s WHERE s.studio_id = h.studio_id AND s.hold_group = h.hold_group AND s.state = 'held') x ON true
  WHERE h.studio_id = $1::uuid AND h.cleared_at IS NULL AND x.mails > 0 ORDER BY h.since, h.hold_group LIMIT 200`;

/** `$1` studio, `$2` group. A group that one of its mails is tried for has that done at once; the others follow when it was taken. */
export const retryGroupSql = `
  UPDATE mail_holds SET next_probe_at = now(), probes = 0
  WHERE studio_id = $1::uuid AND hold_group = $2 AND cleared_at IS NULL AND cause = 'account'`;

/** `$1` studio, `$2` group, `$3` who. The worker's next sweep lets its mails go. */
export const clearGroupSql = `
  UPDATE mail_holds SET cleared_at = now(), cleared_by = $3, is_drained = false
  WHERE studio_id = $1::uuid AND hold_group = $2 AND cleared_at IS NULL AND cause <> 'account'`;

export const countHeldSql = `SELECT count(*)::int AS mails FROM sends WHERE studio_id = $1::uuid AND hold_group = $2 AND state = 'held'`;

/** `$1` studio, `$2` ids. The earliest first. */
export const releaseMailsSql = `
  UPDATE sends SET state = 'queued', next_attempt_at = now() + due.place * interval '20 milliseconds', tried_since = now(), attempts = 0,
    released_at = now(), reason = '{"code": "send.released"}', updated_at = now()
  FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS place FROM sends
    WHERE studio_id = $1::uuid AND id = ANY($2::uuid[]) AND state = 'held') due
  WHERE sends.id = due.id AND sends.state = 'held'`;

/** `$1` studio, `$2` group or null, `$3` ids or null, `$4` reason. Their runs are told. */
export const skipMailsSql = `
  UPDATE sends SET state = 'suppressed', reason = $4::jsonb, next_attempt_at = NULL, tell_run = step_id IS NOT NULL, updated_at = now()
  WHERE studio_id = $1::uuid AND state = 'held' AND (hold_group = $2 OR id = ANY($3::uuid[]))`;
