import type { PoolClient } from 'pg';
import type { Definition } from '@cueline/workflows';

export interface PublishedWorkflow {
  readonly workflowId: string;
  readonly versionId: string;
  readonly definition: Definition;
}

interface Cached {
  readonly revision: number;
  readonly workflows: readonly PublishedWorkflow[];
}

/** A studio's published workflows, read again when its automation revision has moved. */
export class WorkflowCache {
  readonly #studios = new Map<string, Cached>();

  async of(
    connection: PoolClient,
    studioId: string,
    revision: number,
  ): Promise<readonly PublishedWorkflow[]> {
    const known = this.#studios.get(studioId);
    if (known?.revision === revision) return known.workflows;
    const { rows } = await connection.query<PublishedWorkflow>({
      name: 'published-workflows',
      text: `SELECT w.id::text AS "workflowId", v.id::text AS "versionId", v.definition
        FROM workflows w JOIN workflow_versions v ON v.id = w.published_version_id
        WHERE w.studio_id = $1 AND w.state = 'published' ORDER BY w.created_at`,
      values: [studioId],
    });
    this.#studios.set(studioId, { revision, workflows: rows });
    return rows;
  }
}
