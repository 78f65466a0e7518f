import { SetAside } from '../../platform/places/set-aside.js';
import { dueFactsBy, type OpenInvoice } from './due-facts.js';
import type { FoundInvoice, OpenInvoicesRepository } from './open-invoices.repository.js';

const BATCH = 200;
/** Somewhere on Earth it is already this much later than in UTC. */
const EASTERNMOST_MS = 14 * 3_600_000;
const FIRST = { dueOn: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/**
 * Says of every open invoice that it is due, and that it is overdue, once each, however many workers sweep and however long none did:
 * what was missed is recorded with the instant since when it is true.
 */
export class InvoiceCalendar {
  readonly #aside = new SetAside();

  constructor(
    private readonly invoices: OpenInvoicesRepository,
    /** There are new events. */
    private readonly notify: () => void,
  ) {}

  async sweep(now: Date): Promise<void> {
    const day = new Date(now.getTime() + EASTERNMOST_MS).toISOString().slice(0, 10);
    let after: Pick<OpenInvoice, 'dueOn' | 'id'> = FIRST;
    for (let full = true; full;) {
      const found = await this.invoices.dueBy(day, after, BATCH);
      for (const invoice of found) await this.#record(invoice, now.toISOString());
      full = found.length === BATCH;
      after = found.at(-1) ?? after;
    }
  }

  async #record(invoice: FoundInvoice, now: string): Promise<void> {
    if (this.#aside.rests(invoice.id)) return;
    try {
      const facts = dueFactsBy(now, invoice);
      const news = facts.filter(({ type }) => type !== 'invoice.due' || !invoice.dueRecorded);
      if (news.length > 0 && (await this.invoices.record(invoice, news))) this.notify();
      this.#aside.worked(invoice.id);
    } catch (error) {
      // One brand whose hours cannot be read must not keep the others from theirs.
      this.#aside.failed('The due date of invoice', invoice.id, error);
    }
  }
}
