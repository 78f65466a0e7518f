import { beforeEach, describe, expect, it } from '@jest/globals';
import { blankDefinition } from '@cueline/workflows';
import { Keeping } from '../../../session/keeping.js';
import type { KeptEdits } from './edits-record.js';
import { KeptRecords } from './kept-records.js';
import type { RecordDatabase } from './record-database.js';

/** A browser's storage that may refuse from now on. */
class Storage implements RecordDatabase {
  refuses = false;
  readonly records = new Map<string, KeptEdits>();

  put = (record: KeptEdits) => this.#try(() => void this.records.set(record.key, record));
  remove = (key: string) => this.#try(() => void this.records.delete(key));
  of = (owner: string) => this.#try(() => [...this.records.values()].filter((one) => one.owner === owner));
  claim = (key: string) => this.#try(() => this.records.delete(key));

  #try<T>(work: () => T): Promise<T> {
    return this.refuses
      ? Promise.reject(new DOMException('No room.', 'QuotaExceededError'))
      : Promise.resolve(work());
  }
}

const kept = { revision: 1, definition: blankDefinition(), operations: [], inDoubt: 0 };
const edits = (key: string): KeptEdits => ({
  key,
  owner: 'me',
  window: 'w',
  name: 'W',
  at: '2026-11-30',
  kept,
});

let storage: Storage;
let keeping: Keeping;
let records: KeptRecords;
let heard: boolean[];
beforeEach(() => {
  storage = new Storage();
  keeping = new Keeping();
  records = new KeptRecords(storage, keeping);
  heard = [];
  keeping.subscribe(() => heard.push(keeping.view()));
});
/** All that is under way. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('kept edits', () => {
  it('say nothing while the browser keeps them', async () => {
    records.put(edits('a'));
    records.remove('a');
    records.put(edits('b'));
    await settled();
    expect(await records.of('me')).toEqual([edits('b')]);
    expect(heard).toEqual([]);
  });

  it.each<[string, () => void]>([
    ['a write', () => records.put(edits('b'))],
    ['a removal', () => records.remove('a')],
    ['the reading', () => void records.of('me')],
  ])('tell once that the browser refuses %s, and once that it keeps again', async (_, attempt) => {
    records.put(edits('a'));
    await settled();
    storage.refuses = true;
    attempt();
    records.put(edits('c'));
    await settled();
    expect(heard).toEqual([false]);
    storage.refuses = false;
    records.put(edits('c'));
    await settled();
    expect(heard).toEqual([false, true]);
  });

  it('of earlier windows are none where they cannot be read', async () => {
    storage.records.set('a', edits('a'));
    storage.refuses = true;
    expect(await records.of('me')).toEqual([]);
    expect(keeping.view()).toBe(false);
  });

  it('are handed out once, and say so where the browser does not hand them out', async () => {
    storage.records.set('a', edits('a'));
    storage.refuses = true;
    await expect(records.claim('a')).rejects.toThrow('No room.');
    storage.refuses = false;
    expect([await records.claim('a'), await records.claim('a')]).toEqual([true, false]);
  });
});
