import { Inject, Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import type { Definition, Problem, SummaryLabels } from '@cueline/workflows';
import { CONFIGURATION, type Configuration } from '../../../platform/configuration.js';
import { notFound, ProblemError } from '../../../platform/problems/problem-error.js';
import { Threads } from '../../../platform/threads/threads.service.js';
import { BrandsRepository } from '../../brands/brands.repository.js';
import { StaffRepository } from '../../staff/staff.repository.js';
import { TemplatesService } from '../../templates/templates.service.js';
import { templatesIn } from './templates-in.js';
import { summaryNames, type Names } from './names.js';
import { problemView } from './problem-places.js';
import { VersionsRepository } from '../store/versions.repository.js';
import { WorkflowsRepository } from '../store/workflows.repository.js';

export type WorkflowRow = NonNullable<Awaited<ReturnType<WorkflowsRepository['find']>>>;

/** What all that is done with a workflow begins with, its row, and ends with, its view. */
@Injectable()
export class WorkflowViews {
  constructor(
    private readonly repository: WorkflowsRepository,
    private readonly versions: VersionsRepository,
    private readonly templates: TemplatesService,
    private readonly brands: BrandsRepository,
    private readonly staff: StaffRepository,
    private readonly threads: Threads,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** @throws ProblemError when the studio has no such workflow */
  async row(studioId: string, id: string): Promise<WorkflowRow> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('workflow');
    return row;
  }

  /**
   * The same for who changes the draft. Asked before anything else is judged: what does not fit a draft that somebody has changed may
   * fit the one that the caller saw.
   * @throws ProblemError when the revision is not the present one
   */
  async rowAt(studioId: string, id: string, revision: number): Promise<WorkflowRow> {
    const row = await this.row(studioId, id);
    if (row.draftRevision !== revision) throw this.conflict(row);
    return row;
  }

  /**
   * @param problems of its draft. Who writes finds them before: where they cannot be found, as too much is to be checked, nothing has been written when
   * the caller is told so.
   */
  async view(
    studioId: string,
    row: WorkflowRow,
    problems: readonly Problem[],
  ): Promise<workflows.WorkflowView> {
    const published = row.publishedVersionId
      ? await this.versions.byId(studioId, row.publishedVersionId)
      : null;
    return {
      id: row.id,
      name: row.name,
      description: row.description,
      state: row.state,
      revision: row.draftRevision,
      definition: row.draft,
      problems: problems.map(problemView),
      publishedVersion: published?.number ?? null,
      changed: JSON.stringify(published?.definition) !== JSON.stringify(row.draft),
      updatedAt: row.updatedAt.toISOString(),
    };
  }

  /** @param self id of the workflow that it is a definition of; undefined for one that is to be made of it */
  async problems(studioId: string, definition: unknown, self?: string): Promise<readonly Problem[]> {
    const [problems] = await this.allProblems(studioId, [{ definition, self: self ?? '' }]);
    return problems!;
  }

  /** The same for several. */
  async allProblems(
    studioId: string,
    definitions: readonly { readonly definition: unknown; readonly self: string }[],
  ): Promise<readonly (readonly Problem[])[]> {
    const templates = definitions.flatMap(({ definition }) => templatesIn(definitionIn(definition)));
    const studio = await this.#studioFacts(studioId, [...new Set(templates)]);
    return this.threads.run(studioId, 'checkDefinitions', { definitions, studio });
  }

  /** What the checks ask about the studio. */
  async #studioFacts(studioId: string, templateIds: readonly string[]) {
    const [templates, brands, staff, workflows] = await Promise.all([
      this.templates.facts(studioId, templateIds),
      this.brands.list(studioId),
      this.staff.facts(studioId),
      this.repository.facts(studioId),
    ]);
    return {
      templates,
      brands: new Set(brands.map(({ id }) => id)),
      staff,
      workflows,
      webhookAllow: this.configuration.WEBHOOK_ALLOW,
    };
  }

  async names(studioId: string): Promise<Names> {
    const [templates, staff, workflows] = await Promise.all([
      this.templates.names(studioId),
      this.staff.facts(studioId),
      this.repository.names(studioId),
    ]);
    return { templates, staff: new Map([...staff].map(([id, { name }]) => [id, name])), workflows };
  }

  async labels(studioId: string): Promise<SummaryLabels> {
    return summaryNames(await this.names(studioId));
  }

  conflict(row: WorkflowRow): ProblemError {
    return new ProblemError(
      'revision.conflict',
      {
        en: 'Load the workflow again and repeat your change.',
        de: 'Lade den Ablauf neu und wiederhole deine Änderung.',
      },
      {
        revision: row.draftRevision,
      },
    );
  }
}

/** What is stored was checked before it was stored. */
export const definitionIn = (stored: unknown) => stored as Definition;
