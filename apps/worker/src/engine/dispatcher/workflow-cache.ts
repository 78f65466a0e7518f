import type { Queryable } from '@cueline/database';
import { publishedWorkflows, type PublishedWorkflow } from './decisions.sql.js';

export type { PublishedWorkflow };

interface Cached {
  readonly revision: number;
  readonly workflows: readonly PublishedWorkflow[];
}

/** A studio's published workflows, read again when its automation revision has moved. */
export class WorkflowCache {
  readonly #studios = new Map<string, Cached>();

  async of(on: Queryable, studioId: string, revision: number): Promise<readonly PublishedWorkflow[]> {
    const known = this.#studios.get(studioId);
    if (known?.revision === revision) return known.workflows;
    const workflows = await publishedWorkflows.rows(on, { studioId });
    this.#studios.set(studioId, { revision, workflows });
    return workflows;
  }
}
