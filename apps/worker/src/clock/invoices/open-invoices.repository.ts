import { CALENDAR_SOURCE, inTransaction, recordEvents, type NewEvent } from '@cueline/database';
import type { Pool, PoolClient } from 'pg';
import type { DueFact, OpenInvoice } from '../date-triggers/due-facts.js';

/** A fact about a due date has one id, whoever records it and how often: a moved date is another fact. */
const sourceId = (type: DueFact['type'], { id, dueOn }: OpenInvoice) => `${type}/${id}/${dueOn}`;

export type FoundInvoice = OpenInvoice & { readonly dueRecorded: boolean };

const find = `
  SELECT i.id::text, i.studio_id::text AS "studioId", i.due_on::text AS "dueOn",
    i.issued_on::text AS "issuedOn", b.zone, b.business_hours AS "businessHours",
    EXISTS (SELECT 1 FROM events e WHERE e.studio_id = i.studio_id AND e.source = '${CALENDAR_SOURCE}'
      AND e.source_id = 'invoice.due/' || i.id || '/' || i.due_on) AS "dueRecorded"
  FROM invoices i JOIN brands b ON b.studio_id = i.studio_id AND b.id = i.brand_id
  WHERE i.status = 'issued' AND i.paid_minor < i.total_minor AND i.due_on <= $1::date AND (i.due_on, i.id) > ($2::date, $3::uuid)
  ORDER BY i.due_on, i.id LIMIT $4`;

// Whoever holds the invoice is paying it, moving its date, or another worker: the next sweep looks again.
const hold = `
  SELECT 1 FROM invoices WHERE studio_id = $1 AND id = $2 AND due_on = $3::date AND status = 'issued' AND paid_minor < total_minor
  FOR UPDATE SKIP LOCKED`;

const markOverdue = `UPDATE invoices SET status = 'overdue', updated_at = now() WHERE studio_id = $1 AND id = $2`;

export class OpenInvoicesRepository {
  constructor(private readonly pool: Pool) {}

  /** Those of all studios that are due by a day, by due date and id, after the one given. */
  async dueBy(day: string, after: Pick<OpenInvoice, 'dueOn' | 'id'>, limit: number): Promise<FoundInvoice[]> {
    const values = [day, after.dueOn, after.id, limit];
    return (await this.pool.query<FoundInvoice>({ name: 'invoices-due', text: find, values })).rows;
  }

  /** The facts and what they make of the invoice, together. @returns false when the invoice is not as it was found, or is held */
  async record(invoice: OpenInvoice, facts: readonly DueFact[]): Promise<boolean> {
    return inTransaction(this.pool, (client) => this.#within(client, invoice, facts));
  }

  async #within(client: PoolClient, invoice: OpenInvoice, facts: readonly DueFact[]): Promise<boolean> {
    const { id, studioId, dueOn } = invoice;
    if ((await client.query(hold, [studioId, id, dueOn])).rowCount === 0) return false;
    await recordEvents(
      client,
      studioId,
      facts.map((fact) => event(invoice, fact)),
    );
    if (facts.some(({ type }) => type === 'invoice.overdue')) await client.query(markOverdue, [studioId, id]);
    return true;
  }
}

const event = (invoice: OpenInvoice, { type, since }: DueFact): NewEvent => ({
  source: CALENDAR_SOURCE,
  sourceId: sourceId(type, invoice),
  type,
  subjectType: 'invoice',
  subjectId: invoice.id,
  data: {},
  occurredAt: new Date(since),
});
