import { Injectable } from '@nestjs/common';
import type { TemplateContent } from '@cueline/email';
import { Threads } from '../../platform/threads/threads.service.js';
import type { TemplateCheck } from './check-templates.js';
import type { FoundProblem } from './template-problems.js';
import { TemplatesRepository } from './templates.repository.js';

/** A revision's content is never another: what was found out about it stays true. */
const KEPT = 5_000;
/** Sources of one task: what a page of a list has at most, were each as long as a template may be. */
const AT_ONCE = 20;

interface Revision {
  readonly id: string;
  readonly revision: number;
}

/** What is right and wrong with templates: found out on a thread, once for each revision. */
@Injectable()
export class TemplateChecks {
  readonly #known = new Map<string, TemplateCheck>();

  constructor(
    private readonly repository: TemplatesRepository,
    private readonly threads: Threads,
  ) {}

  /** By the templates' ids. */
  async of(studioId: string, revisions: readonly Revision[]): Promise<ReadonlyMap<string, TemplateCheck>> {
    const found = new Map<string, TemplateCheck>();
    const missing: Revision[] = [];
    for (const one of revisions) {
      const known = this.#known.get(keyOf(one));
      if (known) found.set(one.id, known);
      else missing.push(one);
    }
    for (let i = 0; i < missing.length; i += AT_ONCE) {
      const ids = missing.slice(i, i + AT_ONCE).map(({ id }) => id);
      const sources = await this.repository.sources(studioId, ids);
      const checks = await this.threads.run(studioId, 'checkTemplates', sources);
      for (const [index, check] of checks.entries()) {
        found.set(sources[index]!.id, check);
        this.#keep(sources[index]!, check);
      }
    }
    return found;
  }

  /** Of words that are no template's (yet). */
  async problems(studioId: string, content: TemplateContent): Promise<FoundProblem[]> {
    const [check] = await this.threads.run(studioId, 'checkTemplates', [content]);
    return [...check!.problems];
  }

  #keep(revision: Revision, check: TemplateCheck): void {
    // The oldest goes: Maps keep the order in which keys came.
    if (this.#known.size >= KEPT) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(keyOf(revision), check);
  }
}

const keyOf = ({ id, revision }: Revision): string => `${id}/${revision}`;
