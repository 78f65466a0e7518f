import { describe, expect, it } from '@jest/globals';
import { emptyText, isFiltered, readView, writeView, type View } from './box.js';

const usual: View = { box: 'inbox', unread: false, search: '' };

describe('what the list shows', () => {
  it.each<[Record<string, unknown>, View]>([
    [{}, usual],
    [{ box: 'sent' }, { ...usual, box: 'sent' }],
    [{ box: 'elsewhere', unread: 'no' }, usual],
    // The router reads a written true as a truth.
    [
      { unread: true, search: 'barn' },
      { ...usual, unread: true, search: 'barn' },
    ],
    [
      { unread: 'true', search: 7 },
      { ...usual, unread: true },
    ],
  ])('is read from the address: %j', (search, view) => expect(readView(search)).toEqual(view));

  it('is written to the address as it is read from there, without what is as usual', () => {
    const view: View = { box: 'trash', unread: true, search: 'barn' };
    expect(readView(writeView(view))).toEqual(view);
    expect(writeView(usual)).toEqual({});
    expect([isFiltered(usual), isFiltered(view)]).toEqual([false, true]);
  });

  it('says why it is empty', () => {
    expect(emptyText(usual)).toBe('All answered.');
    expect(emptyText({ ...usual, search: 'barn' })).toContain('“barn”');
    expect(emptyText({ ...usual, unread: true })).not.toBe('All answered.');
  });
});
