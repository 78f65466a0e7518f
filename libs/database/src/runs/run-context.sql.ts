import { WORKFLOW_REQUESTED, type Definition, type Reason } from '@cueline/workflows';
import type { StepCause } from '@cueline/workflows/messages';
import { bool, instant, integer, json, oneOf, text, type RowOf } from '../client/columns.js';
import { ofStudio } from '../client/row-conditions.sql.js';
import { statement } from '../client/statement.js';
import { contextStatement, recordContext } from '../record-context/record-context.sql.js';
import { eventsOfRun, eventsThatEnd } from '../relations/events-of-run.sql.js';

type StepStatus = 'running' | 'waiting' | 'done' | 'skipped' | 'failed';

const runColumns = {
  runId: text,
  versionId: text,
  workflowId: text,
  runStatus: oneOf<string>(),
  runEnded: bool,
  /** What its templates say goes by that. */
  runCreatedAt: instant,
  clientId: text.orNull,
  /** What this very step and visit came to before, when an activity runs a second time. */
  stepStatus: oneOf<StepStatus>().orNull,
  stepCause: oneOf<StepCause>().orNull,
  stepOutcome: text.orNull,
  stepReason: json<Reason>().orNull,
  stepDue: instant.orNull,
  stepStarted: instant.orNull,
  /** The instant that a person set for its wait. */
  stepOverride: instant.orNull,
  /** The first event since the start that ends runs like this one. */
  exitEvent: text.orNull,
  now: instant,
  /** How many runs have led to one another up to this one. */
  chain: integer,
  /** The event that all of them go back to. */
  rootEventId: text,
  /** The type of the event that the run began with; of one that another run requested, of the event that began that one. */
  beganWith: text,
};

/** A run, its step and everything known around it, read at this moment. */
export type RunContext = RowOf<typeof recordContext & typeof runColumns>;

/** Events of the run end it before the next effect, whether or not it has been told of them. */
export const runContext = contextStatement({
  name: 'run-context',
  params: { runId: text, stepId: text, visit: integer },
  row: runColumns,
  from: `runs r JOIN LATERAL (SELECT * FROM events x WHERE x.seq = r.event_seq AND ${ofStudio('x')} LIMIT 1) e ON true
   JOIN LATERAL (SELECT * FROM workflow_versions x WHERE x.id = r.version_id AND ${ofStudio('x')} LIMIT 1) v ON true
   LEFT JOIN run_steps rs ON rs.run_id = r.id AND rs.step_id = :stepId AND rs.visit = :visit`,
  where: `r.id = :runId AND ${ofStudio('r')}`,
  also: `r.id::text AS run_id, r.version_id::text, r.workflow_id::text, r.status AS run_status, r.client_id::text,
    r.ended_at IS NOT NULL AS run_ended, r.created_at AS run_created_at, rs.status AS step_status, rs.cause AS step_cause, rs.outcome AS step_outcome, rs.reason AS step_reason,
    rs.due_at AS step_due, rs.started_at AS step_started, rs.override_at AS step_override, now() AS now, e.chain,
    COALESCE(e.root_event_id, e.id)::text AS root_event_id,
    CASE e.type WHEN '${WORKFLOW_REQUESTED}' THEN e.data->>'event' ELSE e.type END AS began_with,
    CASE WHEN jsonb_array_length(v.definition->'exitOn') > 0 THEN (
      SELECT x.type FROM ${eventsOfRun('r', eventsThatEnd("v.definition->'exitOn'"))} x ORDER BY x.seq LIMIT 1) END AS exit_event`,
});

export const versionDefinition = statement({
  name: 'definition',
  params: { studioId: text, versionId: text },
  row: { definition: json<Definition>() },
  sql: 'SELECT definition FROM workflow_versions WHERE studio_id = :studioId AND id = :versionId',
});
