import type { Pool } from 'pg';
import { ofStudio } from '@cueline/database';
import { compileTemplate, mistakeOf, type CompiledTemplate } from '@cueline/email';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';

export type LoadedTemplate =
  | { readonly ok: true; readonly template: CompiledTemplate }
  | {
      readonly ok: false;
      readonly code: 'template.missing' | 'template.broken';
      readonly params?: { readonly mistake: string };
    };

interface TemplateRow {
  readonly subject: string;
  readonly preheader: string;
  readonly html: string;
  readonly text: string | null;
}

const CACHED = 500;

/** Templates as they are now, compiled once for a revision of the studio's templates. */
export class TemplateRepository {
  readonly #compiled = new Map<string, LoadedTemplate>();

  constructor(private readonly pool: Pool) {}

  /** @param revision of the studio's templates, as read with the facts */
  async load(studioId: string, id: string, revision: number): Promise<LoadedTemplate> {
    const key = `${id}:${revision}`;
    const known = this.#compiled.get(key);
    if (known) return known;
    const loaded = await this.#compile(studioId, id);
    if (this.#compiled.size >= CACHED) this.#compiled.delete(this.#compiled.keys().next().value!);
    this.#compiled.set(key, loaded);
    return loaded;
  }

  async #compile(studioId: string, id: string): Promise<LoadedTemplate> {
    const { rows } = await this.pool.query<TemplateRow>({
      name: 'template',
      text: `SELECT subject, preheader, html, text FROM templates WHERE id = $2 AND ${ofStudio()}`,
      values: [studioId, id],
    });
    return rows[0] ? compile(rows[0]) : { ok: false, code: 'template.missing' };
  }

  /** The words that whoever approved a mail gave it instead of its template's; undefined where they left them. */
  async approved(
    { run_id }: RunContext,
    studioId: string,
    stepId: string,
    visit: number,
  ): Promise<LoadedTemplate | undefined> {
    const { rows } = await this.pool.query<{ mail: TemplateRow }>({
      name: 'approved-mail',
      text: `SELECT mail FROM approvals WHERE ${ofStudio()} AND run_id = $2 AND step_id = $3 AND visit = $4 AND state = 'approved' AND mail IS NOT NULL`,
      values: [studioId, run_id, stepId, visit],
    });
    return rows[0] && compile(rows[0].mail);
  }
}

function compile(source: TemplateRow): LoadedTemplate {
  const compiled = compileTemplate(source);
  return compiled.ok
    ? { ok: true, template: compiled.template }
    : { ok: false, code: 'template.broken', params: { mistake: mistakeOf(compiled.problems) } };
}
