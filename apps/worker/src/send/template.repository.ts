import type { Pool } from 'pg';
import { compileTemplate, type CompiledTemplate } from '@cueline/email';

export type LoadedTemplate =
  | { readonly ok: true; readonly name: string; readonly template: CompiledTemplate }
  | { readonly ok: false; readonly code: 'template.missing' | 'template.broken' };

interface TemplateRow {
  readonly name: string;
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
      text: 'SELECT name, subject, preheader, html, text FROM templates WHERE studio_id = $1 AND id = $2',
      values: [studioId, id],
    });
    if (!rows[0]) return { ok: false, code: 'template.missing' };
    const compiled = compileTemplate(rows[0]);
    return compiled.ok
      ? { ok: true, name: rows[0].name, template: compiled.template }
      : { ok: false, code: 'template.broken' };
  }
}
