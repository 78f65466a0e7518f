import { addressKey } from '@cueline/workflows/locale';
import type { Queryable } from '../client/statement.js';
import type { StepRow } from '../runs/progress.sql.js';
import { handOver } from './hand-over.sql.js';
import { SendQueue } from './queue.js';
import type { SendRecord } from './send.sql.js';
import { Settlement } from './settlement.js';

/** The tables `sends`, `mailed_facts` and `mails_of_day`: each statement changes a send by one of the legal `transitions`. */
export class SendLedger {
  readonly queue: SendQueue;
  readonly settlement: Settlement;

  constructor(private readonly on: Queryable) {
    this.queue = new SendQueue(on);
    this.settlement = new Settlement(on);
  }

  /**
   * @param steps that led to the mail, written in the same statement
   * @returns the number of this hand-over; null when the mail must not leave: it has left, or is in other hands
   */
  async handOver(studioId: string, send: SendRecord, steps: readonly StepRow[] = []): Promise<number | null> {
    return (
      (await handOver.first(this.on, { studioId, send, recipient: addressKey(send.toAddress), steps }))
        ?.attempts ?? null
    );
  }
}
