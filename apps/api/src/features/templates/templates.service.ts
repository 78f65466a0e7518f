import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import type { TemplateFacts } from '@cueline/workflows';
import { attachmentsOf, contentOf } from './content-columns.js';
import { AttachmentsService } from '../files/attachments.service.js';
import { since } from '../../platform/paging/since.js';
import { pageOf } from '../../platform/paging/cursor.js';
import { invalid, notFound, ProblemError } from '../../platform/problems/problem-error.js';
import { problemViews } from './problem-views.js';
import { TemplateChecks } from './template-checks.service.js';
import { errorsAmong } from './template-problems.js';
import { TemplatesRepository, type TemplateChange } from './templates.repository.js';

type Row = NonNullable<Awaited<ReturnType<TemplatesRepository['find']>>>;

@Injectable()
export class TemplatesService {
  constructor(
    private readonly repository: TemplatesRepository,
    private readonly checks: TemplateChecks,
    private readonly attachments: AttachmentsService,
  ) {}

  async list(studioId: string, query: templates.TemplateQuery) {
    const rows = await this.repository.list(studioId, query);
    const shown = rows.slice(0, query.limit);
    const ids = shown.map(({ id }) => id);
    const [checks, usedIn, inBlocks] = await Promise.all([
      this.checks.of(studioId, shown),
      this.repository.usedIn(studioId, ids),
      this.repository.inBlocks(studioId, ids),
    ]);
    return pageOf(rows, query.limit, (row): templates.TemplateRow => ({
      id: row.id,
      name: row.name,
      subject: row.subject,
      writtenIn: inBlocks.has(row.id) ? 'blocks' : 'source',
      problems: errorsAmong(checks.get(row.id)?.problems ?? []).length,
      usedIn: usedIn.get(row.id) ?? 0,
      archivedAt: row.archivedAt?.toISOString() ?? null,
      updatedAt: row.updatedAt.toISOString(),
    }));
  }

  async get(studioId: string, id: string) {
    return this.#view(studioId, await this.#row(studioId, id));
  }

  async create(studioId: string, body: templates.NewTemplate, by: string) {
    await this.attachments.check(studioId, body.attachments);
    const { id } = await this.repository.create(studioId, body, by);
    return this.get(studioId, id);
  }

  async update(studioId: string, id: string, revision: number, { by, patch }: TemplateChange) {
    const before = await this.#row(studioId, id);
    if (before.blocks && patch.blocks === undefined) refuseSource(patch);
    await this.attachments.check(studioId, patch.attachments);
    // What could not be mailed is nothing that a run goes on with.
    const isBroken = (await this.checks.of(studioId, [before])).get(id)?.broken;
    const archivedAt = since(before.archivedAt, patch.archived);
    const change = { by, archivedAt, patch: isBroken ? { ...patch, liveRuns: 'update' as const } : patch };
    if (!(await this.repository.update(studioId, id, revision, change)))
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
    return this.get(studioId, id);
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
      ...contentOf(row),
      attachments: attachmentsOf(row),
      archivedAt: row.archivedAt?.toISOString() ?? null,
      revision: row.revision,
      version: row.versions[0]?.number ?? 1,
      problems: problemViews(check?.problems ?? []),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}

/** A document has its subject and its HTML within: source beside it would be a second truth. */
function refuseSource(patch: templates.TemplatePatch): void {
  const parts = (['subject', 'preheader', 'html', 'text'] as const).filter(
    (part) => patch[part] !== undefined,
  );
  if (parts.length === 0) return;
  const detail = {
    en: 'This template is written in blocks. Change the blocks, or send "blocks": null with it to go on in source.',
    de: 'Diese Vorlage besteht aus Blöcken. Ändere die Blöcke oder sende "blocks": null mit, um im Quelltext weiterzuschreiben.',
  };
  throw invalid(parts.map((part) => ({ pointer: `/${part}`, code: 'template.inBlocks', detail })));
}
