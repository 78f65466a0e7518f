import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import type { TemplateFacts } from '@cueline/workflows';
import { pageOf } from '../../platform/paging/cursor.js';
import { notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { problemViews } from './problem-views.js';
import { TemplateChecks } from './template-checks.service.js';
import { errorsAmong } from './template-problems.js';
import { TemplatesRepository } from './templates.repository.js';

type Row = NonNullable<Awaited<ReturnType<TemplatesRepository['find']>>>;

@Injectable()
export class TemplatesService {
  constructor(
    private readonly repository: TemplatesRepository,
    private readonly checks: TemplateChecks,
  ) {}

  async list(studioId: string, query: templates.TemplateQuery) {
    const rows = await this.repository.list(studioId, query);
    const shown = rows.slice(0, query.limit);
    const [checks, usedIn] = await Promise.all([
      this.checks.of(studioId, shown),
      this.repository.usedIn(
        studioId,
        shown.map(({ id }) => id),
      ),
    ]);
    return pageOf(rows, query.limit, (row): templates.TemplateRow => ({
      id: row.id,
      name: row.name,
      subject: row.subject,
      problems: errorsAmong(checks.get(row.id)?.problems ?? []).length,
      usedIn: usedIn.get(row.id) ?? 0,
      updatedAt: row.updatedAt.toISOString(),
    }));
  }

  async get(studioId: string, id: string) {
    return this.#view(studioId, await this.#row(studioId, id));
  }

  async create(studioId: string, body: templates.NewTemplate) {
    return this.#view(studioId, await this.repository.create(studioId, body));
  }

  async update(studioId: string, id: string, revision: number, body: templates.TemplatePatch) {
    const before = await this.#row(studioId, id);
    const row = await this.repository.update(studioId, id, revision, body);
    if (!row)
      throw new ProblemError(
        'revision.conflict',
        {
          en: 'Load the template again and repeat your change.',
          de: 'Lade die Vorlage neu und wiederhole deine Änderung.',
        },
        {
          revision: before.revision,
        },
      );
    return this.#view(studioId, row);
  }

  /** What the checks of a workflow ask about these templates. */
  async facts(studioId: string, ids: readonly string[]): Promise<ReadonlyMap<string, TemplateFacts>> {
    const rows = await this.repository.heads(studioId, ids);
    const checks = await this.checks.of(studioId, rows);
    return new Map(
      rows.map(({ id, name, archivedAt }) => {
        const { fields = [], broken = true, mistake } = checks.get(id) ?? {};
        return [id, { name, archived: archivedAt !== null, fields, hasProblems: broken, mistake }] as const;
      }),
    );
  }

  /** All of them by their names, the archived ones too. */
  heads(studioId: string) {
    return this.repository.heads(studioId);
  }

  /** Of the archived ones too. */
  async names(studioId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.repository.heads(studioId)).map(({ id, name }) => [id, name]));
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('template');
    return row;
  }

  async #view(studioId: string, row: Row): Promise<templates.TemplateView> {
    const check = (await this.checks.of(studioId, [row])).get(row.id);
    return {
      id: row.id,
      name: row.name,
      subject: row.subject,
      preheader: row.preheader,
      html: row.html,
      text: row.text,
      revision: row.revision,
      problems: problemViews(check?.problems ?? []),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}
