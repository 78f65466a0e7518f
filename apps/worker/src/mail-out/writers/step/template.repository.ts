import type { Reason } from '@cueline/workflows';
import { approvedMail, type MailTexts, type Queryable } from '@cueline/database';
import { compileTemplate, mistakeOf, type CompiledTemplate } from '@cueline/email';
import { findTemplate } from './step-mails.sql.js';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';

export type LoadedTemplate =
  | { readonly ok: true; readonly template: CompiledTemplate }
  | { readonly ok: false; readonly reason: Reason<'template.missing' | 'template.broken'> };

const CACHED = 500;

/** Templates as they are now, compiled once for a revision of the studio's templates. */
export class TemplateRepository {
  readonly #compiled = new Map<string, LoadedTemplate>();

  constructor(private readonly on: Queryable) {}

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
    const found = await findTemplate.first(this.on, { studioId, id });
    return found ? compile(found) : { ok: false, reason: { code: 'template.missing', params: {} } };
  }

  /** The texts that whoever approved a mail gave it instead of its template's; undefined where they left them. */
  async approved(
    { runId }: RunContext,
    studioId: string,
    stepId: string,
    visit: number,
  ): Promise<LoadedTemplate | undefined> {
    const approved = await approvedMail.first(this.on, { studioId, runId, stepId, visit });
    return approved && compile(approved.mail);
  }
}

function compile(source: MailTexts): LoadedTemplate {
  const compiled = compileTemplate(source);
  return compiled.ok
    ? { ok: true, template: compiled.template }
    : { ok: false, reason: { code: 'template.broken', params: { mistake: mistakeOf(compiled.problems) } } };
}
