import {
  CALENDAR_SOURCE,
  inTransaction,
  lockOpenInvoice,
  markOverdue,
  recordEvents,
  type NewEvent,
  type Queryable,
} from '@cueline/database';
import type { Pool } from 'pg';
import type { DueFact, OpenInvoice } from './due-facts.js';
import { invoicesDue } from './open-invoices.sql.js';

/** A fact about a due date has one id, whoever records it and how often: a moved date is another fact. */
const sourceId = (type: DueFact['type'], { id, dueOn }: OpenInvoice) => `${type}/${id}/${dueOn}`;

export type FoundInvoice = OpenInvoice & { readonly dueRecorded: boolean };

export class OpenInvoicesRepository {
  constructor(private readonly pool: Pool) {}

  /** Those of all studios that are due by a day, by due date and id, after the one given. */
  dueBy(day: string, after: Pick<OpenInvoice, 'dueOn' | 'id'>, limit: number): Promise<FoundInvoice[]> {
    return invoicesDue.rows(this.pool, { day, afterDay: after.dueOn, afterId: after.id, limit });
  }

  /** The facts and what they make of the invoice, together. @returns false when the invoice is not as it was found, or is locked */
  async record(invoice: OpenInvoice, facts: readonly DueFact[]): Promise<boolean> {
    return inTransaction(this.pool, (on) => this.#within(on, invoice, facts));
  }

  async #within(on: Queryable, invoice: OpenInvoice, facts: readonly DueFact[]): Promise<boolean> {
    const { id, studioId, dueOn } = invoice;
    if ((await lockOpenInvoice.run(on, { studioId, id, dueOn })) === 0) return false;
    await recordEvents(
      on,
      studioId,
      facts.map((fact) => event(invoice, fact)),
    );
    if (facts.some(({ type }) => type === 'invoice.overdue')) await markOverdue.run(on, { studioId, id });
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
