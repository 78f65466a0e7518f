import { Injectable } from '@nestjs/common';
import type { workflows } from '@cueline/contracts';
import { withTemplates, writeDocument, type Definition } from '@cueline/workflows';
import { notFound } from '../../../platform/problems/problem-error.js';
import { TemplatesService } from '../../templates/templates.service.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { VersionsService } from '../versions/versions.service.js';
import { WorkflowViews } from '../views/workflow-views.service.js';
import { WorkflowsRepository } from '../store/workflows.repository.js';

/** Workflows as files, out of a studio and into one. */
@Injectable()
export class ExchangeService {
  constructor(
    private readonly repository: WorkflowsRepository,
    private readonly views: WorkflowViews,
    private readonly versions: VersionsService,
    private readonly drafts: DraftsService,
    private readonly templates: TemplatesService,
  ) {}

  async export(studioId: string, id: string, { version }: workflows.ExportQuery): Promise<string> {
    const workflow = await this.views.row(studioId, id);
    if (version === 'live' && !workflow.publishedVersionId) throw notFound('version');
    const definition = await this.versions.definition(studioId, workflow, version);
    const names = await this.templates.names(studioId);
    const { name, description } = workflow;
    return writeDocument({ name, description, definition }, (template) => names.get(template));
  }

  /** A new workflow, whatever its problems: they stand in the answer and keep it from being published. */
  async import(studioId: string, document: workflows.Document) {
    const definition = await this.#ours(studioId, document);
    const { name, description } = document;
    const problems = await this.views.problems(studioId, definition);
    const row = await this.repository.create(studioId, name, description, definition);
    return this.views.view(studioId, row, problems);
  }

  async importInto(studioId: string, id: string, revision: number, document: workflows.Document) {
    const row = await this.views.rowAt(studioId, id, revision);
    const definition = await this.#ours(studioId, document);
    const { name, description } = document;
    return this.drafts.save(studioId, row, revision, definition, { name, description });
  }

  /** With this studio's templates: by id, else the only one of that name. What is neither stays, and is a problem. */
  async #ours(studioId: string, document: workflows.Document): Promise<Definition> {
    const heads = await this.templates.heads(studioId);
    const known = new Set(heads.map(({ id }) => id));
    const nameOf = new Map(document.templates.map(({ id, name }) => [id, name]));
    return withTemplates(await this.drafts.readable(studioId, document.definition), (id) => {
      if (known.has(id)) return id;
      const named = heads.filter(({ name, archivedAt }) => name === nameOf.get(id) && !archivedAt);
      return named.length === 1 ? named[0]!.id : id;
    });
  }
}
