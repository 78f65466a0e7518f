import { keeping, type Keeping } from '../../../session/keeping.js';
import type { KeptEdits } from './edits-record.js';
import { IndexedRecords, type RecordDatabase } from './record-database.js';

/**
 * What this browser keeps of edits. One that keeps nothing, as in a private window, loses what is closed, and nothing else: whether the last
 * attempt has worked is told, for the page to say so.
 */
export class KeptRecords {
  readonly #present = new Set<string>();

  constructor(
    private readonly database: RecordDatabase,
    private readonly keeping: Pick<Keeping, 'tried'>,
  ) {}

  put(record: KeptEdits): void {
    this.#present.add(record.key);
    this.#notify(this.database.put(record));
  }

  remove(key: string): void {
    if (!this.#present.delete(key)) return;
    this.#notify(this.database.remove(key));
  }

  /** Nothing, where the browser does not let it be read. */
  async of(owner: string): Promise<readonly KeptEdits[]> {
    const reading = this.database.of(owner);
    this.#notify(reading);
    return reading.catch(() => []);
  }

  /** @returns whether this window has it @throws Error the browser does not let it */
  claim(key: string): Promise<boolean> {
    return this.database.claim(key);
  }

  #notify(attempt: Promise<unknown>): void {
    void attempt.then(
      () => this.keeping.tried(true),
      () => this.keeping.tried(false),
    );
  }
}

export const keptRecords = new KeptRecords(new IndexedRecords(), keeping);
