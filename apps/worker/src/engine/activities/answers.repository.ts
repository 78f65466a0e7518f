import type { Pool } from 'pg';
import { eventsAboutRun, eventsOf, ofStudio, type Records, recordsSql } from '@cueline/database';
import { answerableKinds, type StepQuestion } from '@cueline/workflows';
import type { RunContext } from '../record-context/run-context.repository.js';

// The rule of the core's `World`: events count since the run last did something that can be answered, a mail from when it was handed over, and of
// a type only those after one that ended another wait. Not from when the run came to wait: an answer may be quicker than the run.
const eventsSql = recordsSql(
  `runs r JOIN LATERAL ${eventsAboutRun('r', eventsOf('$3'))} e ON true`,
  `r.id = $2 AND ${ofStudio('r')}
   AND e.recorded_at >= COALESCE((
     SELECT max(COALESCE(s.handed_over_at, p.started_at)) FROM run_steps p
     LEFT JOIN LATERAL (SELECT min(handed_over_at) AS handed_over_at FROM sends x
       WHERE x.run_id = r.id AND x.step_id = p.step_id AND x.visit = p.visit) s ON true
     WHERE p.run_id = r.id AND p.status = 'done' AND p.kind = ANY($6)), '-infinity')
   AND e.seq > COALESCE((
     SELECT max(x.seq) FROM run_steps p JOIN events x ON x.id = (p.reason->'params'->>'event')::uuid AND ${ofStudio('x')}
     WHERE p.run_id = r.id AND p.kind = 'waitForEvent' AND p.outcome = 'happened' AND (p.step_id, p.visit) <> ($4, $5) AND x.type = $3), 0)
   ORDER BY e.seq`,
);

export interface Approval {
  readonly state: 'waiting' | 'approved' | 'declined' | 'lapsed';
  readonly asked_at: Date;
  readonly decided_by_name: string;
  readonly note: string;
}

// A mail that was approved and then failed is not asked about again when somebody has it tried again: the words that it was given stay its own.
const askSql = `
  INSERT INTO approvals (id, studio_id, run_id, step_id, visit, kind, question, asked_at, state, mail, decided_at, decided_by_id, decided_by_name, note)
  SELECT gen_random_uuid(), $1, $2, $3, $4, $5::approval_kind, $6, $7, COALESCE(b.state, 'waiting'), b.mail, b.decided_at, b.decided_by_id,
    COALESCE(b.decided_by_name, ''), COALESCE(b.note, '')
  FROM (SELECT 1) one LEFT JOIN approvals b ON ${ofStudio('b')} AND b.run_id = $2 AND b.step_id = $3 AND b.visit = $4 - 1
    AND b.kind = 'mail' AND b.state = 'approved'
  ON CONFLICT (run_id, step_id, visit) DO UPDATE SET question = approvals.question
  RETURNING state, asked_at, decided_by_name, note`;

/** What ends a wait for an answer. */
export class AnswersRepository {
  constructor(private readonly pool: Pool) {}

  /** Events of a type about the run's records that can end this wait, the earliest first, with all that is known around each. */
  async events(
    studioId: string,
    { run_id }: RunContext,
    type: string,
    stepId: string,
    visit: number,
  ): Promise<Records[]> {
    const values = [studioId, run_id, type, stepId, visit, answerableKinds];
    return (await this.pool.query<Records>({ name: 'awaited-events', text: eventsSql, values })).rows;
  }

  /** Asks, unless it was asked before. */
  async approval(
    studioId: string,
    { run_id, now }: RunContext,
    stepId: string,
    visit: number,
    { kind, text }: StepQuestion,
  ): Promise<Approval> {
    const values = [studioId, run_id, stepId, visit, kind, text, now];
    return (await this.pool.query<Approval>({ name: 'ask-approval', text: askSql, values })).rows[0]!;
  }

  /** Nobody has answered in time. @returns false when somebody has at this very moment */
  async lapse(studioId: string, runId: string, stepId: string, visit: number): Promise<boolean> {
    const { rowCount } = await this.pool.query({
      name: 'lapse-approval',
      text: `UPDATE approvals SET state = 'lapsed', decided_at = COALESCE(decided_at, now())
        WHERE ${ofStudio()} AND run_id = $2 AND step_id = $3 AND visit = $4 AND state IN ('waiting', 'lapsed')`,
      values: [studioId, runId, stepId, visit],
    });
    return rowCount === 1;
  }
}
