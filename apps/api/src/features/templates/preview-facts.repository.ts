import { Injectable } from '@nestjs/common';
import { recordsSql, type Records } from '@cueline/database';
import type { SubjectType } from '@cueline/workflows';
import { StudioDatabase } from '../../platform/database/studio-database.js';

export interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

/** The records around a subject, as if an event about it had happened now. */
const sql = recordsSql(
  `(SELECT $1::uuid AS studio_id, $1::uuid AS id, $2::text AS type, '{}'::jsonb AS data, 0 AS seq,
    $3::text AS subject_type, $4::uuid AS subject_id, now() AS occurred_at, now() AS recorded_at, 'cueline' AS source,
    NULL::boolean AS taken_over, 0 AS chain, NULL::uuid AS brand_id) e`,
  'true',
);

/** What a preview is filled in with. */
@Injectable()
export class PreviewFactsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** The client's newest record of a kind; undefined where there is none. */
  async newest(studioId: string, type: SubjectType, clientId: string): Promise<Subject | undefined> {
    const of = this.database.of(studioId);
    const last = { where: { clientId }, orderBy: { createdAt: 'desc' }, select: { id: true } } as const;
    const find: Record<SubjectType, () => Promise<{ id: string } | null>> = {
      booking: () => of.booking.findFirst(last),
      invoice: () => of.invoice.findFirst(last),
      inquiry: () => of.inquiry.findFirst(last),
      project: () => of.project.findFirst(last),
      task: () => of.task.findFirst(last),
      message: () => of.message.findFirst({ ...last, orderBy: { occurredAt: 'desc' } }),
      client: () => of.client.findUnique({ where: { id: clientId }, select: { id: true } }),
    };
    const row = await find[type]();
    return row ? { type, id: row.id } : undefined;
  }

  async records(studioId: string, event: string, { type, id }: Subject): Promise<Records> {
    const { rows } = await this.database.database.pool.query<Records>({
      name: 'preview-records',
      text: sql,
      values: [studioId, event, type, id],
    });
    return rows[0]!;
  }
}
