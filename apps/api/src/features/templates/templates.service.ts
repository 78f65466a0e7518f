import { Injectable } from '@nestjs/common';
import type { templates } from '@cueline/contracts';
import { compileTemplate, fieldsOf } from '@cueline/email';
import { walk, type Step, type TemplateFacts } from '@cueline/workflows';
import { notFound, ProblemError } from '../../platform/problem-error.js';
import { problemsOf } from './template-problems.js';
import { TemplatesRepository } from './templates.repository.js';

type Row = NonNullable<Awaited<ReturnType<TemplatesRepository['find']>>>;

@Injectable()
export class TemplatesService {
  constructor(private readonly repository: TemplatesRepository) {}

  async list(studioId: string): Promise<{ items: templates.TemplateRow[] }> {
    const [rows, drafts] = await Promise.all([
      this.repository.list(studioId),
      this.repository.drafts(studioId),
    ]);
    const used = drafts.map(({ draft }) => templatesIn(draft));
    const items = rows.map((row) => ({
      id: row.id,
      name: row.name,
      subject: row.subject,
      problems: problemsOf(row).length,
      usedIn: used.filter((ids) => ids.has(row.id)).length,
      updatedAt: row.updatedAt.toISOString(),
    }));
    return { items };
  }

  async get(studioId: string, id: string) {
    return view(await this.#row(studioId, id));
  }

  async create(studioId: string, body: templates.NewTemplate) {
    return view(await this.repository.create(studioId, body));
  }

  async update(studioId: string, id: string, revision: number, body: templates.TemplatePatch) {
    const before = await this.#row(studioId, id);
    const row = await this.repository.update(studioId, id, revision, body);
    if (!row)
      throw new ProblemError('revision.conflict', 'Load the template again and repeat your change.', {
        revision: before.revision,
      });
    return view(row);
  }

  /** What the checks of a workflow ask about each template. */
  async facts(studioId: string): Promise<ReadonlyMap<string, TemplateFacts>> {
    const rows = await this.repository.list(studioId);
    return new Map(
      rows.map((row) => {
        const compiled = compileTemplate(row);
        const fields = compiled.ok ? fieldsOf(compiled.template) : [];
        return [
          row.id,
          { name: row.name, archived: row.archivedAt !== null, fields, hasProblems: !compiled.ok },
        ] as const;
      }),
    );
  }

  /** Of the archived ones too. */
  async names(studioId: string): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.repository.list(studioId)).map(({ id, name }) => [id, name]));
  }

  async #row(studioId: string, id: string): Promise<Row> {
    const row = await this.repository.find(studioId, id);
    if (!row) throw notFound('template');
    return row;
  }
}

function templatesIn(draft: unknown): Set<string> {
  const { steps } = draft as { steps: readonly Step[] };
  return new Set(
    [...walk(steps)].flatMap(({ step }) =>
      step.kind === 'sendMail' && step.template ? [step.template] : [],
    ),
  );
}

const view = (row: Row): templates.TemplateView => ({
  id: row.id,
  name: row.name,
  subject: row.subject,
  preheader: row.preheader,
  html: row.html,
  text: row.text,
  revision: row.revision,
  problems: problemsOf(row),
  updatedAt: row.updatedAt.toISOString(),
});
