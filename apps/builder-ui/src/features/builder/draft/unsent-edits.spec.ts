import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  type DraftPage,
  type DraftServer,
  openDraftPage,
  ids,
  insert,
  named,
  names,
  removed,
} from './draft-page.fixture.js';
import type { Sent, ServerDraft } from './draft-state.js';

let page: DraftPage;
let server: DraftServer;
let store: DraftPage['store'];
beforeEach(() => {
  ({ page, server, store } = openDraftPage());
});

describe('edits that the server does not get', () => {
  const signedOut: Sent<ServerDraft> = { type: 'signedOut' };
  const refused: Sent<ServerDraft> = { type: 'refused', message: 'You may not change workflows.' };

  it.each<[string, Sent<ServerDraft>, string]>([
    ['the network is away', { type: 'unreachable' }, 'offline'],
    ['this person has tried too often', { type: 'busy', seconds: 7, inDoubt: false }, 'busy'],
    ['the server is busy', { type: 'busy', seconds: 2, inDoubt: true }, 'busy'],
    ['the session has ended', signedOut, 'signedOut'],
    ['the membership is lost', refused, 'refused'],
  ])(
    'are kept with their undo history when %s, and saved in their order later',
    async (_, answer, saving) => {
      store.edit(insert('a'));
      await store.settled();
      server.answers = [answer];
      const seen: string[] = [];
      store.subscribe(() => seen.push(store.view().saving));
      page.type('a', 'H', 'He', 'Hello');
      await store.settled();
      expect(seen).toContain(saving);
      const goesOn = saving === 'offline' || saving === 'busy';
      if (!goesOn) {
        expect(store.view()).toMatchObject({ saving, canUndo: true });
        page.type('a', 'Hello there');
        expect(page.kept?.operations).toHaveLength(2);
        expect(names(server.draft)).toEqual([undefined]);
        store.put({ type: saving === 'signedOut' ? 'signedIn' : 'retry' });
        await store.settled();
      }
      expect(store.view().saving).toBe('saved');
      expect(names(server.draft)).toEqual([goesOn ? 'Hello' : 'Hello there']);
      expect(page.kept).toBeUndefined();
      store.undo();
      await store.settled();
      expect(names(server.draft)).toEqual([undefined]);
      expect(ids(server.draft)).toEqual(['a']);
      expect(page.notices).toEqual([]);
    },
  );

  it('wait as long as a busy server says', async () => {
    server.answers = [{ type: 'busy', seconds: 7, inDoubt: false }, { type: 'unreachable' }];
    store.edit(insert('a'));
    await store.settled();
    expect(server.pauses).toEqual([7, undefined]);
  });

  it.each(['lost', 'busy'] as const)(
    'are taken once when they were, and the answer is: %s',
    async (answer) => {
      server.answers = [answer];
      store.edit(insert('a'));
      store.edit(insert('b', 1));
      store.edit(removed('a'));
      store.edit(named('b', 'Mine'));
      await store.settled();
      expect(ids(server.draft)).toEqual(['b']);
      expect(server.draft.revision).toBe(2);
      expect(store.view()).toMatchObject({ saving: 'saved', lost: [], conflicts: [], overwritten: [] });
    },
  );

  it('are taken once when the answer got lost and somebody else saved before the next attempt', async () => {
    server.answers = ['busy'];
    server.pause = () => Promise.resolve(server.elsewhere(insert('theirs')));
    store.edit(insert('a'));
    await store.settled();
    expect(ids(server.draft)).toEqual(['theirs', 'a']);
  });

  it('block nothing but themselves when the server refuses one of them', async () => {
    server.answers = [{ type: 'refused', message: 'No.', index: 1 }];
    store.edit(insert('a'));
    store.edit(named('a', 'Refused'));
    store.edit(insert('b', 1));
    await store.settled();
    expect(store.view()).toMatchObject({ saving: 'refused', transit: { message: 'No.' } });
    expect(names(store.view())).toEqual(['Refused', undefined]);
    store.put({ type: 'discardRefused' });
    await store.settled();
    expect(names(server.draft)).toEqual([undefined, undefined]);
    expect(store.view().saving).toBe('saved');
  });

  it('go on after an earlier visit on the same draft', async () => {
    server.answers = [{ type: 'signedOut' }];
    store.edit(insert('a'));
    await store.settled();
    const earlier = page.kept!;
    store = page.open();
    await store.restore(earlier);
    await store.settled();
    expect(ids(server.draft)).toEqual(['a']);
    store.undo();
    await store.settled();
    expect(ids(server.draft)).toEqual([]);
  });

  it('go on after an earlier visit on top of what was saved since, conflicts shown', async () => {
    server.elsewhere(insert('a'), insert('b', 1));
    store = page.open();
    server.answers = [{ type: 'signedOut' }];
    store.edit(named('a', 'Mine'));
    store.edit(named('b', 'Mine too'));
    await store.settled();
    const earlier = page.kept!;
    server.elsewhere(named('a', 'Theirs'));
    store = page.open();
    await store.restore(earlier);
    await store.settled();
    expect(names(server.draft)).toEqual(['Theirs', 'Mine too']);
    expect(store.view()).toMatchObject({ saving: 'conflict', conflicts: [{ fields: [{ key: 'name' }] }] });
    expect(page.kept?.operations).toEqual([expect.objectContaining({ stepId: 'a', set: { name: 'Mine' } })]);
  });
});
