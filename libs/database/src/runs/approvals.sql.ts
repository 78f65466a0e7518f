import { instant, integer, json, oneOf, text, texts, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { contextStatement } from '../record-context/record-context.sql.js';
import { eventsOf, eventsOfRun } from '../relations/events-of-run.sql.js';

/**
 * Events of a type that can end a run's wait, the earliest first, with all that is known around each. The rule of the core's `World`: events count since the run
 * last did something that can be answered, a mail from when it was handed over, and of a type only those after one that ended another wait. Not from when
 * the run came to wait: an answer may be quicker than the run.
 */
export const awaitedEvents = contextStatement({
  name: 'awaited-events',
  params: { runId: text, type: text, stepId: text, visit: integer, answerableKinds: texts },
  from: `runs r JOIN LATERAL ${eventsOfRun('r', eventsOf(':type'))} e ON true`,
  where: `r.id = :runId AND ${ofStudio('r')}
   AND e.recorded_at >= COALESCE((
     SELECT max(COALESCE(s.handed_over_at, p.started_at)) FROM run_steps p
     LEFT JOIN LATERAL (SELECT min(handed_over_at) AS handed_over_at FROM sends x
       WHERE x.run_id = r.id AND x.step_id = p.step_id AND x.visit = p.visit) s ON true
     WHERE p.run_id = r.id AND p.status = 'done' AND p.kind = ANY(:answerableKinds)), '-infinity')
   AND e.seq > COALESCE((
     SELECT max(x.seq) FROM run_steps p JOIN events x ON x.id = p.event_id AND ${ofStudio('x')}
     WHERE p.run_id = r.id AND p.kind = 'waitForEvent' AND p.outcome = 'happened' AND (p.step_id, p.visit) <> (:stepId, :visit) AND x.type = :type), 0)
   ORDER BY e.seq`,
});

export type ApprovalState = 'waiting' | 'approved' | 'declined' | 'lapsed';

const answer = { state: oneOf<ApprovalState>(), requestedAt: instant, decidedByName: text, note: text };
export type ApprovalAnswer = RowOf<typeof answer>;

/**
 * Asks for an approval, unless it was asked for before. A mail that was approved and then failed is not asked about again when somebody has it tried again: the
 * texts that it was given stay its own.
 */
export const requestApproval = statement({
  name: 'ask-approval',
  params: {
    studioId: text,
    runId: text,
    stepId: text,
    visit: integer,
    kind: oneOf<'question' | 'mail'>(),
    question: text,
    now: instant,
  },
  row: answer,
  sql: `
  INSERT INTO approvals (id, studio_id, run_id, step_id, visit, kind, question, requested_at, state, mail, decided_at, decided_by_id, decided_by_name, note)
  SELECT gen_random_uuid(), :studioId, :runId, :stepId, :visit, :kind::approval_kind, :question, :now, COALESCE(b.state, 'waiting'), b.mail, b.decided_at,
    b.decided_by_id, COALESCE(b.decided_by_name, ''), COALESCE(b.note, '')
  FROM (SELECT 1) one LEFT JOIN approvals b ON ${ofStudio('b')} AND b.run_id = :runId AND b.step_id = :stepId AND b.visit = :visit - 1
    AND b.kind = 'mail' AND b.state = 'approved'
  ON CONFLICT (run_id, step_id, visit) DO UPDATE SET question = approvals.question
  RETURNING state, requested_at, decided_by_name, note`,
});

export const lapseApproval = statement({
  name: 'lapse-approval',
  params: { studioId: text, runId: text, stepId: text, visit: integer },
  sql: `UPDATE approvals SET state = 'lapsed', decided_at = COALESCE(decided_at, now())
    WHERE ${ofStudio()} AND run_id = :runId AND step_id = :stepId AND visit = :visit AND state IN ('waiting', 'lapsed')`,
});

export interface MailTexts {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string | null;
  /** The document that they are written in; absent or null where as source. */
  readonly blocks?: object | null;
}

/** The texts that whoever approved a mail gave it instead of its template's; no row where they left them. */
export const approvedMail = statement({
  name: 'approved-mail',
  params: { studioId: text, runId: text, stepId: text, visit: integer },
  row: { mail: json<MailTexts>() },
  sql: `SELECT mail FROM approvals WHERE ${ofStudio()} AND run_id = :runId AND step_id = :stepId AND visit = :visit AND state = 'approved' AND mail IS NOT NULL`,
});

export const decideApproval = statement({
  name: 'decide-approval',
  params: {
    studioId: text,
    id: text,
    state: oneOf<'approved' | 'declined'>(),
    /** Null leaves the texts as they are. */
    mail: json<object>().orNull,
    note: text,
    actorId: text,
    actorName: text,
  },
  sql: `
  UPDATE approvals SET state = :state::approval_state, mail = COALESCE(:mail::jsonb, mail), note = :note, decided_at = now(), decided_by_id = :actorId,
    decided_by_name = :actorName
  WHERE studio_id = :studioId::uuid AND id = :id::uuid`,
});
