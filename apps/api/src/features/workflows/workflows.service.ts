import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import {
  applyOperation,
  blankDefinition,
  checkDefinition,
  describeTrigger,
  explainProblem,
  explainRefusal,
  isPublishable,
  parseDefinition,
  type Definition,
  type Problem,
} from '@cueline/workflows';
import type { Caller } from '../../platform/caller.js';
import { invalid, notFound, ProblemError } from '../../platform/problem-error.js';
import { BrandsRepository } from '../brands/brands.repository.js';
import { TemplatesService } from '../templates/templates.service.js';
import { WorkflowsRepository } from './workflows.repository.js';

type Row = NonNullable<Awaited<ReturnType<WorkflowsRepository['find']>>>;

@Injectable()
export class WorkflowsService {
  constructor(
    private readonly repository: WorkflowsRepository,
    private readonly templates: TemplatesService,
    private readonly brands: BrandsRepository,
  ) {}

  async list(studioId: string): Promise<{ items: workflows.WorkflowRow[] }> {
    const [rows, counts, known] = await Promise.all([
      this.repository.list(studioId),
      this.repository.runCounts(studioId),
      this.#studioFacts(studioId),
    ]);
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      description: row.description,
      state: row.state,
      trigger: describeTrigger(definitionOf(row).trigger),
      activeRuns: counts.active.get(row.id) ?? 0,
      lastRunAt: counts.last.get(row.id)?.toISOString() ?? null,
      problems: checkDefinition(row.draft, known).length,
    }));
    return { items };
  }

  async get(studioId: string, id: string) {
    return this.#view(studioId, await this.#row(studioId, id));
  }

  async create(studioId: string, { name, description = '' }: workflows.NewWorkflow) {
    return this.#view(studioId, await this.repository.create(studioId, name, description, blankDefinition()));
  }

  async update(studioId: string, id: string, body: workflows.WorkflowPatch) {
    await this.#row(studioId, id);
    return this.#view(studioId, await this.repository.update(studioId, id, body));
  }

  /** All of the edits or none. */
  async edit(studioId: string, id: string, revision: number, { operations }: workflows.Operations) {
    const row = await this.#row(studioId, id);
    let definition = definitionOf(row);
    for (const [i, operation] of operations.entries()) {
      const applied = applyOperation(definition, operation);
      if (!applied.ok)
        throw invalid([
          { pointer: `/operations/${i}`, detail: explainRefusal(applied.refusal), code: applied.refusal },
        ]);
      definition = applied.definition;
    }
    return this.#save(studioId, row, revision, definition);
  }

  async replace(studioId: string, id: string, revision: number, body: workflows.Draft) {
    const row = await this.#row(studioId, id);
    const parsed = parseDefinition(body.definition);
    if (!parsed.ok)
      throw invalid(parsed.problems.slice(0, 100).map((problem) => place(problem, '/definition')));
    return this.#save(studioId, row, revision, parsed.definition);
  }

  async check(studioId: string, definition: unknown): Promise<workflows.ProblemView[]> {
    return checkDefinition(definition, await this.#studioFacts(studioId)).map(problemView);
  }

  async publish(
    { studioId, user }: Caller,
    id: string,
    revision: number,
    { note = '' }: workflows.Publication,
  ) {
    const row = await this.#row(studioId, id);
    const problems = checkDefinition(row.draft, await this.#studioFacts(studioId));
    if (!isPublishable(problems)) {
      const errors = problems.filter(({ severity }) => severity === 'error').slice(0, 100);
      throw new ProblemError('workflow.notPublishable', undefined, {
        errors: errors.map((problem) => place(problem, '')),
      });
    }
    const published = await this.repository.publish(
      studioId,
      id,
      revision,
      definitionOf(row),
      note,
      user?.userId ?? null,
    );
    if (!published) throw this.#conflict(row);
    return this.#view(studioId, published);
  }

  pause = (studioId: string, id: string) => this.#become(studioId, id, 'paused', ['published']);
  resume = (studioId: string, id: string) => this.#become(studioId, id, 'published', ['paused']);
  archive = (studioId: string, id: string) =>
    this.#become(studioId, id, 'archived', ['draft', 'published', 'paused']);

  async versions(studioId: string, id: string): Promise<{ items: workflows.VersionView[] }> {
    await this.#row(studioId, id);
    const rows = await this.repository.versions(studioId, id);
    return {
      items: rows.map(({ id: versionId, number, note, publishedAt, definition }) => ({
        id: versionId,
        number,
        note,
        publishedAt: publishedAt.toISOString(),
        definition,
      })),
    };
  }

  async #become(
    studioId: string,
    id: string,
    state: 'published' | 'paused' | 'archived',
    from: readonly Row['state'][],
  ) {
    const row = await this.#row(studioId, id);
    if (row.state === state) return this.#view(studioId, row);
    if (!from.includes(row.state))
      throw new ProblemError('resource.conflict', `A ${row.state} workflow cannot become ${state}.`);
    return this.#view(studioId, await this.repository.become(studioId, id, state));
  }

  async #save(studioId: string, row: Row, revision: number, definition: Definition) {
    const saved = await this.repository.saveDraft(studioId, row.id, revision, definition);
    if (!saved) throw this.#conflict(row);
    return this.#view(studioId, saved);
  }

  #conflict(row: Row): ProblemError {
    return new ProblemError('revision.conflict', 'Load the workflow again and repeat your change.', {
      revision: row.draftRevision,
    });
  }

  async #studioFacts(studioId: string) {
    const [templates, brands] = await Promise.all([
      this.templates.facts(studioId),
      this.brands.list(studioId),
    ]);
    return { templates, brands: new Set(brands.map(({ id }) => id)) };
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('workflow');
    return row;
  }

  async #view(studioId: string, row: Row): Promise<workflows.WorkflowView> {
    const published = row.publishedVersionId
      ? await this.repository.version(studioId, row.publishedVersionId)
      : null;
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      state: row.state,
      revision: row.draftRevision,
      definition: row.draft,
      problems: await this.check(studioId, row.draft),
      publishedVersion: published?.number ?? null,
      changed: JSON.stringify(published?.definition) !== JSON.stringify(row.draft),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

/** What is stored was checked before it was stored. */
const definitionOf = (row: Row) => row.draft as unknown as Definition;

const place = (problem: Problem, base: string) => ({
  pointer: `${base}${problem.path}`,
  detail: explainProblem(problem),
  code: problem.code,
});
const problemView = (problem: Problem): workflows.ProblemView => ({
  code: problem.code,
  severity: problem.severity,
  stepId: problem.stepId,
  path: problem.path,
  message: explainProblem(problem),
});
