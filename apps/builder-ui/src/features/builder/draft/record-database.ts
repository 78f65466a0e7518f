import type { KeptEdits } from './edits-record.js';

/** Where a browser keeps records. Each of these fails where it does not let the page. */
export interface RecordDatabase {
  put(record: KeptEdits): Promise<void>;
  remove(key: string): Promise<void>;
  of(owner: string): Promise<readonly KeptEdits[]>;
  /** Removes a record, if it is still there: of two windows one succeeds. */
  claim(key: string): Promise<boolean>;
}

const STORE = 'edits';
const BY_OWNER = 'owner';

const refusal = (error: DOMException | null): Error =>
  error ?? new Error('The browser has given up its storage.');

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(refusal(request.error));
  });

/** A full disk shows when a transaction ends, not when something is put into it. */
const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(refusal(transaction.error));
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('cueline', 1);
  request.onupgradeneeded = () =>
    request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex(BY_OWNER, 'owner');
  return answered(request);
}

/** IndexedDB, in the order in which it is told. */
export class IndexedRecords implements RecordDatabase {
  #database: Promise<IDBDatabase> | undefined;

  async put(record: KeptEdits): Promise<void> {
    await this.#transaction('readwrite', (store) => answered(store.put(record)));
  }

  remove(key: string): Promise<void> {
    return this.#transaction('readwrite', (store) => answered(store.delete(key)));
  }

  of(owner: string): Promise<readonly KeptEdits[]> {
    return this.#transaction('readonly', (store) =>
      answered(store.index(BY_OWNER).getAll(owner) as IDBRequest<KeptEdits[]>),
    );
  }

  claim(key: string): Promise<boolean> {
    return this.#transaction('readwrite', async (store) => {
      const there = (await answered(store.count(key))) > 0;
      if (there) await answered(store.delete(key));
      return there;
    });
  }

  async #transaction<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
    const transaction = await this.#begun(mode);
    const end = ended(transaction);
    const [result] = await Promise.all([work(transaction.objectStore(STORE)), end]);
    return result;
  }

  async #begun(mode: IDBTransactionMode): Promise<IDBTransaction> {
    try {
      this.#database ??= open();
      return (await this.#database).transaction(STORE, mode);
    } catch (error) {
      // Opened anew the next time: it may have been refused, or closed by the browser.
      this.#database = undefined;
      throw error;
    }
  }
}
