import { beforeEach, describe, expect, it } from '@jest/globals';
import { type DraftPage, type DraftServer, openDraftPage, ids, insert, named } from './draft-page.fixture.js';

let page: DraftPage;
let server: DraftServer;
let store: DraftPage['store'];
beforeEach(() => {
  ({ page, server, store } = openDraftPage());
});

describe('an edit', () => {
  it('shows at once and is saved', async () => {
    expect(store.edit(insert('a'))).toBe(true);
    expect(ids(store.view())).toEqual(['a']);
    expect(store.view().saving).toBe('saving');
    await store.settled();
    expect(store.view().saving).toBe('saved');
    expect(ids(server.draft)).toEqual(['a']);
  });

  it('goes with the others of its moment in one request, in their order', async () => {
    store.edit(insert('a'));
    store.edit(insert('b', 1));
    store.edit(insert('c', 0));
    await store.settled();
    expect(ids(server.draft)).toEqual(['c', 'a', 'b']);
    expect(server.requests).toBe(1);
  });

  it('that cannot be made is told and changes nothing', () => {
    expect(store.edit(named('nowhere', 'x'))).toBe(false);
    expect(page.notices).toEqual([expect.objectContaining({ title: 'This cannot be done' })]);
    expect(store.view()).toMatchObject({ saving: 'saved', canUndo: false });
  });
});

describe('undo and redo', () => {
  it('take edits back and forward, on the server too', async () => {
    store.edit(insert('a'));
    store.edit(insert('b', 1));
    store.undo();
    await store.settled();
    expect(ids(server.draft)).toEqual(['a']);
    store.redo();
    await store.settled();
    expect(ids(server.draft)).toEqual(['a', 'b']);
    expect(store.view()).toMatchObject({ canUndo: true, canRedo: false });
  });

  it('take typing in one field back as one edit', () => {
    store.edit(insert('a'));
    page.type('a', 'H', 'He', 'Hello');
    store.undo();
    expect(store.view().definition.steps[0]).not.toHaveProperty('name');
    expect(ids(store.view())).toEqual(['a']);
    store.redo();
    expect(store.view().definition.steps[0]).toMatchObject({ name: 'Hello' });
  });

  it('go a hundred deep, also when the session ended in between', async () => {
    server.answers = [{ type: 'signedOut' }];
    for (let n = 0; n < 120; n++) store.edit(insert(`s${n}`, n));
    await store.settled();
    expect(store.view().saving).toBe('signedOut');
    for (let n = 0; n < 120; n++) store.undo();
    expect(store.view().definition.steps).toHaveLength(20);
    expect(store.view().canUndo).toBe(false);
    store.put({ type: 'signedIn' });
    await store.settled();
    expect(server.draft.definition.steps).toHaveLength(20);
  });
});
