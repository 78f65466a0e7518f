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

let page: DraftPage;
let server: DraftServer;
let store: DraftPage['store'];
beforeEach(() => {
  ({ page, server, store } = openDraftPage());
});

describe('two windows at once', () => {
  it('keep both their edits', async () => {
    server.elsewhere(insert('theirs'));
    store.edit(insert('mine'));
    await store.settled();
    expect(ids(server.draft)).toEqual(['mine', 'theirs']);
    expect(page.notices).toEqual([
      { title: 'Also changed in another window', message: 'Both changes are kept.' },
    ]);
  });

  it('both add a step, and what is written into the one does not land in the other', async () => {
    server.elsewhere(insert('wait-1'), named('wait-1', 'Theirs'));
    store.edit(insert('wait-1'));
    store.edit(named('wait-1', 'Mine'));
    await store.settled();
    expect(ids(server.draft)).toEqual(['wait-2', 'wait-1']);
    expect(names(server.draft)).toEqual(['Mine', 'Theirs']);
    expect(store.view().renamed.get('wait-1')).toBe('wait-2');
    store.undo();
    store.undo();
    await store.settled();
    expect(ids(server.draft)).toEqual(['wait-1']);
  });

  describe('on one setting', () => {
    beforeEach(async () => {
      store.edit(insert('a'));
      await store.settled();
      server.elsewhere(named('a', 'Theirs'));
      page.type('a', 'M', 'Mine');
      await store.settled();
    });

    it('write over nothing before a person has chosen', () => {
      expect(names(server.draft)).toEqual(['Theirs']);
      expect(names(store.view())).toEqual(['Mine']);
      expect(store.view().saving).toBe('conflict');
      expect(page.kept?.operations).toHaveLength(1);
    });

    it('go on with what is typed meanwhile, and keep mine', async () => {
      page.type('a', 'Mine!');
      store.put({ type: 'keepMine', id: store.view().conflicts[0]!.id });
      await store.settled();
      expect(names(server.draft)).toEqual(['Mine!']);
      expect(store.view()).toMatchObject({ saving: 'saved', conflicts: [] });
      store.undo();
      await store.settled();
      expect(names(server.draft)).toEqual(['Theirs']);
    });

    it('take theirs', async () => {
      store.put({ type: 'takeTheirs', id: store.view().conflicts[0]!.id });
      await store.settled();
      expect(names(store.view())).toEqual(['Theirs']);
      expect(store.view().saving).toBe('saved');
    });

    it('save other edits meanwhile', async () => {
      store.edit(insert('b'));
      await store.settled();
      expect(ids(server.draft)).toEqual(['b', 'a']);
      expect(store.view().saving).toBe('conflict');
    });

    it('need no choice when both have come to say the same', async () => {
      page.type('a', 'Theirs');
      await store.settled();
      expect(store.view()).toMatchObject({ saving: 'saved', conflicts: [] });
    });
  });

  it('tell the one whose saved text was written over, who may have it back', async () => {
    store.edit(insert('a'));
    page.type('a', 'Mine');
    await store.settled();
    server.elsewhere(named('a', 'Theirs'));
    store.receive(server.draft);
    expect(names(store.view())).toEqual(['Theirs']);
    expect(store.view()).toMatchObject({ saving: 'saved', overwritten: [{ fields: [{ key: 'name' }] }] });
    store.put({ type: 'keepMine', id: store.view().overwritten[0]!.id });
    await store.settled();
    expect(names(server.draft)).toEqual(['Mine']);
    expect(store.view().overwritten).toEqual([]);
  });

  it('different settings of one start merge', async () => {
    const trigger = { ...server.draft.definition.trigger, reentry: 'every-time' as const };
    server.elsewhere({ type: 'setTrigger', trigger });
    const when = { field: 'booking.kind', op: 'is' as const, value: 'wedding' };
    store.edit({ type: 'setTrigger', trigger: { ...store.view().definition.trigger, when } });
    await store.settled();
    expect(server.draft.definition.trigger).toMatchObject({ reentry: 'every-time', when });
    expect(store.view().conflicts).toEqual([]);
  });

  it.each<[string, boolean]>([
    ['edited and not saved', false],
    ['edited and saved', true],
  ])('name the step that one has %s and the other has removed', async (_, saved) => {
    store.edit(insert('a'));
    await store.settled();
    if (!saved) server.elsewhere(removed('a'));
    store.edit(named('a', 'A long text'));
    await store.settled();
    if (saved) {
      server.elsewhere(removed('a'));
      store.receive(server.draft);
    }
    expect(ids(store.view())).toEqual([]);
    expect(store.view().lost).toEqual([{ step: expect.objectContaining({ id: 'a', name: 'A long text' }) }]);
    store.put({ type: 'dismissLost' });
    expect(store.view()).toMatchObject({ lost: [], saving: 'saved' });
  });

  it('do not call lost what both have removed', async () => {
    store.edit(insert('a'));
    await store.settled();
    server.elsewhere(removed('a'));
    store.edit(removed('a'));
    await store.settled();
    expect(store.view()).toMatchObject({ lost: [], saving: 'saved' });
  });

  it('go on taking edits back after one of them can no longer be', async () => {
    store.edit(insert('b'));
    store.edit(insert('a'));
    store.edit(named('a', 'Mine'));
    await store.settled();
    server.elsewhere(removed('a'));
    store.receive(server.draft);
    store.undo();
    store.undo();
    expect(page.notices.map(({ title }) => title)).toEqual(
      Array(2).fill('This change can no longer be undone'),
    );
    store.undo();
    await store.settled();
    expect(ids(server.draft)).toEqual([]);
  });

  it('see each other’s edits when the draft is read again', () => {
    server.elsewhere(insert('theirs'));
    store.receive(server.draft);
    expect(ids(store.view())).toEqual(['theirs']);
  });

  it('never go back to an older draft', async () => {
    const old = server.draft;
    store.edit(insert('a'));
    await store.settled();
    store.receive(old);
    expect(ids(store.view())).toEqual(['a']);
  });
});
