import type { Pool } from 'pg';
import { MissingRowError } from '../../platform/failures/failure.js';
import {
  findStep,
  planOf,
  WORKFLOW_REQUESTED,
  type Definition,
  type IfPast,
  type Plan,
  type Step,
} from '@cueline/workflows';
import { eventsAboutRun, eventsThatEnd, ofStudio, type Records, recordsSql } from '@cueline/database';

/** A run, its step and everything known around it, read at this moment. */
export interface RunContext extends Records {
  readonly run_id: string;
  readonly version_id: string;
  readonly workflow_id: string;
  readonly run_status: string;
  readonly run_ended: boolean;
  readonly client_id: string | null;
  /** What this very step and visit came to before, when an activity runs a second time. */
  readonly step_status: 'running' | 'waiting' | 'done' | 'skipped' | 'failed' | null;
  readonly step_outcome: string | null;
  readonly step_reason: { readonly code: string; readonly params?: { readonly then: IfPast } } | null;
  readonly step_due: Date | null;
  readonly step_started: Date | null;
  /** The instant that a person set for its wait. */
  readonly step_override: Date | null;
  /** The first event since the start that ends runs like this one. */
  readonly exit_event: string | null;
  readonly now: Date;
  /** How many runs have led to one another up to this one. */
  readonly chain: number;
  /** The event that all of them go back to. */
  readonly root_event_id: string;
}

/** Events about the run's own record, its client or what belongs to its booking end it before the next effect, whether or not it has been told of them. */
const columns = `, r.id::text AS run_id, r.version_id::text, r.workflow_id::text, r.status AS run_status, r.client_id::text,
    r.ended_at IS NOT NULL AS run_ended, rs.status AS step_status, rs.outcome AS step_outcome, rs.reason AS step_reason, rs.due_at AS step_due, rs.started_at AS step_started, rs.override_at AS step_override, now() AS now, e.chain, COALESCE(e.root_event_id, e.id)::text AS root_event_id,
    CASE WHEN jsonb_array_length(v.definition->'exitOn') > 0 THEN (
      SELECT x.type FROM ${eventsAboutRun('r', eventsThatEnd("v.definition->'exitOn'"))} x ORDER BY x.seq LIMIT 1) END AS exit_event`;

/** `$1` studio, `$2` run, `$3` step, `$4` visit. */
export const runContextSql = recordsSql(
  `runs r JOIN LATERAL (SELECT * FROM events x WHERE x.seq = r.event_seq AND ${ofStudio('x')} LIMIT 1) e ON true
   JOIN LATERAL (SELECT * FROM workflow_versions x WHERE x.id = r.version_id AND ${ofStudio('x')} LIMIT 1) v ON true
   LEFT JOIN run_steps rs ON rs.run_id = r.id AND rs.step_id = $3 AND rs.visit = $4`,
  `r.id = $2 AND ${ofStudio('r')}`,
  columns,
);

const CACHED_VERSIONS = 500;

interface Version {
  readonly definition: Definition;
  readonly plan: Plan;
}

/** The type of the event that a run began with; of one that another run asked for, of the event that began that one. */
export const beganWith = ({ event_type: type, event_data: data }: RunContext): string =>
  type === WORKFLOW_REQUESTED ? String(data['event']) : type;

/** The same record for another step, of which nothing is known yet. */
export const forFreshStep = (context: RunContext): RunContext => ({
  ...context,
  step_status: null,
  step_outcome: null,
  step_reason: null,
  step_due: null,
  step_started: null,
  step_override: null,
});

export class RunContextRepository {
  /** Versions never change, so they are kept. */
  readonly #versions = new Map<string, Version>();

  constructor(private readonly pool: Pool) {}

  /** @throws Error when the studio has no such run */
  async load(studioId: string, runId: string, stepId: string, visit: number): Promise<RunContext> {
    const { rows } = await this.pool.query<RunContext>({
      name: 'run-context',
      text: runContextSql,
      values: [studioId, runId, stepId, visit],
    });
    if (!rows[0]) throw new MissingRowError(`Run ${runId} is not there.`);
    return rows[0];
  }

  async version(studioId: string, versionId: string): Promise<Version> {
    const known = this.#versions.get(versionId);
    if (known) return known;
    const { rows } = await this.pool.query<{ definition: Definition }>({
      name: 'definition',
      text: 'SELECT definition FROM workflow_versions WHERE studio_id = $1 AND id = $2',
      values: [studioId, versionId],
    });
    if (!rows[0]) throw new MissingRowError(`Version ${versionId} is not there.`);
    if (this.#versions.size >= CACHED_VERSIONS) this.#versions.delete(this.#versions.keys().next().value!);
    const { definition } = rows[0];
    const version = { definition, plan: planOf(definition) };
    this.#versions.set(versionId, version);
    return version;
  }

  async step(context: RunContext, studioId: string, stepId: string): Promise<Step> {
    const { definition } = await this.version(studioId, context.version_id);
    const place = findStep(definition.steps, stepId);
    if (!place) throw new MissingRowError(`Version ${context.version_id} has no step ${stepId}.`);
    return place.step;
  }
}
