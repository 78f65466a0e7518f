import type { KeptEdits } from './kept-edits.js';

const STORE = 'edits';
const BY_OWNER = 'owner';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('cueline', 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex(BY_OWNER, 'owner');
  return answered(request);
}

/** IndexedDB, in the order in which it is told. A browser that keeps nothing, as in a private window, loses what is closed, and nothing else. */
class KeptRecords {
  #database: Promise<IDBDatabase> | undefined;
  readonly #present = new Set<string>();

  put(record: KeptEdits): void {
    this.#present.add(record.key);
    void this.#store('readwrite', (store) => store.put(record)).catch(() => undefined);
  }

  remove(key: string): void {
    if (!this.#present.delete(key)) return;
    void this.#store('readwrite', (store) => store.delete(key)).catch(() => undefined);
  }

  async of(owner: string): Promise<readonly KeptEdits[]> {
    return this.#store(
      'readonly',
      (store) => store.index(BY_OWNER).getAll(owner) as IDBRequest<KeptEdits[]>,
    ).catch(() => []);
  }

  /** Removes a record, if it is still there: in one transaction, so that of two windows one succeeds. */
  async claim(key: string): Promise<boolean> {
    this.#database ??= open();
    const transaction = (await this.#database).transaction(STORE, 'readwrite');
    const store = transaction.objectStore(STORE);
    const there = (await answered(store.count(key))) > 0;
    if (there) await answered(store.delete(key));
    return there;
  }

  async #store<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    this.#database ??= open();
    const database = await this.#database;
    return answered(work(database.transaction(STORE, mode).objectStore(STORE)));
  }
}

export const keptRecords = new KeptRecords();
