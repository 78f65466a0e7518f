import { MissingRowError } from '../../platform/failures/failure.js';
import { findStep, planOf, type Definition, type Plan, type Step } from '@cueline/workflows';
import { runContext, versionDefinition, type Queryable, type RunContext } from '@cueline/database';

const CACHED_VERSIONS = 500;

export type { RunContext };

interface Version {
  readonly definition: Definition;
  readonly plan: Plan;
}

/** The same record for another step, of which nothing is known yet. */
export const forFreshStep = (context: RunContext): RunContext => ({
  ...context,
  stepStatus: null,
  stepCause: null,
  stepOutcome: null,
  stepReason: null,
  stepDue: null,
  stepStarted: null,
  stepOverride: null,
});

export class RunContextRepository {
  /** Versions never change, so they are kept. */
  readonly #versions = new Map<string, Version>();

  constructor(private readonly on: Queryable) {}

  /** @throws Error when the studio has no such run */
  async load(studioId: string, runId: string, stepId: string, visit: number): Promise<RunContext> {
    const context = await runContext.first(this.on, { studioId, runId, stepId, visit });
    if (!context) throw new MissingRowError(`Run ${runId} is not there.`);
    return context;
  }

  async version(studioId: string, versionId: string): Promise<Version> {
    const known = this.#versions.get(versionId);
    if (known) return known;
    const found = await versionDefinition.first(this.on, { studioId, versionId });
    if (!found) throw new MissingRowError(`Version ${versionId} is not there.`);
    if (this.#versions.size >= CACHED_VERSIONS) this.#versions.delete(this.#versions.keys().next().value!);
    const { definition } = found;
    const version = { definition, plan: planOf(definition) };
    this.#versions.set(versionId, version);
    return version;
  }

  async step(context: RunContext, studioId: string, stepId: string): Promise<Step> {
    const { definition } = await this.version(studioId, context.versionId);
    const place = findStep(definition.steps, stepId);
    if (!place) throw new MissingRowError(`Version ${context.versionId} has no step ${stepId}.`);
    return place.step;
  }
}
