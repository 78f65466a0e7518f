import { instant, json, oneOf, pauseReason, statement, statementsFor, text } from '@cueline/database/sql';
import type { runs, sends } from '@cueline/contracts';
import { kinds, runIsIn, scopeOf, sendIsIn } from './scope.sql.js';

const MOST = 50;
const params = { studioId: text, id: text };

/** Mails about a record that have not left, the next one first. */
export const emailsToCome = statementsFor(kinds, (kind) =>
  statement({
    name: `emails-to-come-${kind}`,
    params,
    row: {
      id: text,
      subject: text.orNull,
      toAddress: text,
      toName: text,
      state: oneOf<sends.SendState>(),
      at: instant,
      origin: text.orNull,
      reason: json<unknown>(),
    },
    sql: `
  WITH scope AS (${scopeOf(kind)})
  SELECT s.id::text, COALESCE(h.subject, t.name) AS subject, s.to_address, s.to_name, s.state, COALESCE(s.next_attempt_at, s.created_at) AS at,
    COALESCE(h.author_name, w.name) AS origin, s.reason
  FROM sends s LEFT JOIN hand_mails h ON h.studio_id = :studioId AND h.send_id = s.id
    LEFT JOIN runs r ON r.studio_id = :studioId AND r.id = s.run_id
    LEFT JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
    LEFT JOIN templates t ON t.studio_id = :studioId AND t.id = s.template_id
  WHERE s.studio_id = :studioId AND s.purpose IN ('step', 'byHand') AND s.state IN ('held', 'queued', 'sending') AND ${sendIsIn(kind)}
  ORDER BY at, s.id LIMIT ${MOST}`,
  }),
);

/** Runs about a record that have not ended, with what each waits for. */
export const runsUnderWay = statementsFor(kinds, (kind) =>
  statement({
    name: `runs-under-way-${kind}`,
    params,
    row: {
      id: text,
      workflowName: text,
      status: oneOf<runs.RunView['status']>(),
      nextAt: instant.orNull,
      reason: json<unknown>(),
    },
    sql: `
  WITH scope AS (${scopeOf(kind)})
  SELECT r.id::text, w.name AS workflow_name, r.status, r.next_at,
    CASE WHEN r.paused_at IS NOT NULL THEN ${pauseReason('r')} ELSE COALESCE(r.reason, p.reason) END AS reason
  FROM runs r JOIN workflows w ON w.studio_id = :studioId AND w.id = r.workflow_id
    LEFT JOIN LATERAL (SELECT x.reason FROM run_steps x
      WHERE x.studio_id = :studioId AND x.run_id = r.id AND x.step_id = r.current_step_id ORDER BY x.visit DESC LIMIT 1) p ON true
  WHERE r.studio_id = :studioId AND ${runIsIn(kind)} AND r.ended_at IS NULL
  ORDER BY r.next_at NULLS LAST, r.created_at DESC LIMIT ${MOST}`,
  }),
);
