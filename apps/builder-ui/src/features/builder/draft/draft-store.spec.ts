import { beforeEach, describe, expect, it } from '@jest/globals';
import { applyOperation, blankDefinition, kinds, type Definition, type Operation } from '@cueline/workflows';
import { DraftStore } from './draft-store.js';
import type { KeptDraft, Notice, Sent, ServerDraft } from './draft-state.js';

/** A server that keeps a draft as the API does, and can be away. */
class Server {
  draft: ServerDraft = { revision: 1, definition: blankDefinition() };
  /** What it answers instead, one request after the other; `lost`, `busy`: it does it, and does not say so. */
  answers: (Sent<ServerDraft> | 'lost' | 'busy')[] = [];
  requests = 0;
  pauses: (number | undefined)[] = [];

  send = (operations: readonly Operation[], revision: number): Promise<Sent<ServerDraft>> => {
    this.requests++;
    const answer = this.answers.shift();
    if (typeof answer === 'object') return Promise.resolve(answer);
    const done = this.#take(operations, revision);
    if (answer === 'busy') return Promise.resolve({ type: 'busy', seconds: 2, inDoubt: true });
    return Promise.resolve(answer === 'lost' ? { type: 'unreachable' } : done);
  };
  load = () => Promise.resolve({ type: 'saved', draft: this.draft } as const);
  pause = (seconds?: number) => {
    this.pauses.push(seconds);
    return Promise.resolve();
  };
  /** Another window saves. */
  elsewhere(...operations: Operation[]) {
    expect(this.#take(operations, this.draft.revision).type).toBe('saved');
  }

  #take(operations: readonly Operation[], revision: number): Sent<ServerDraft> {
    if (revision !== this.draft.revision) return { type: 'conflict' };
    let definition: Definition = this.draft.definition;
    for (const operation of operations) {
      const applied = applyOperation(definition, operation);
      if (!applied.ok) return { type: 'refused', message: applied.refusal };
      definition = applied.definition;
    }
    this.draft = { revision: revision + 1, definition };
    return { type: 'saved', draft: this.draft };
  }
}

let server: Server;
let notices: Notice[];
let kept: KeptDraft | undefined;
let store: DraftStore<ServerDraft>;
const open = () =>
  new DraftStore(server.draft, server, {
    tell: (notice) => notices.push(notice),
    keep: (draft) => (kept = draft),
  });
beforeEach(() => {
  server = new Server();
  notices = [];
  kept = undefined;
  store = open();
});

const insert = (id: string, index = 0): Operation => ({
  type: 'insertStep',
  slot: { parent: null, index },
  step: kinds.wait.defaults(id),
});
const named = (stepId: string, name: string): Operation => ({ type: 'updateStep', stepId, set: { name } });
const removed = (stepId: string): Operation => ({ type: 'removeStep', stepId });
const ids = ({ definition }: Pick<ServerDraft, 'definition'>) => definition.steps.map(({ id }) => id);
const names = ({ definition }: Pick<ServerDraft, 'definition'>) => definition.steps.map(({ name }) => name);
const type = (stepId: string, ...texts: string[]) =>
  texts.forEach((text) => store.edit(named(stepId, text), true));

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
    expect(notices).toEqual([expect.objectContaining({ title: 'This cannot be done' })]);
    expect(store.view()).toMatchObject({ saving: 'saved', canUndo: false });
  });
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
      type('a', 'H', 'He', 'Hello');
      await store.settled();
      expect(seen).toContain(saving);
      const goesOn = saving === 'offline' || saving === 'busy';
      if (!goesOn) {
        expect(store.view()).toMatchObject({ saving, canUndo: true });
        type('a', 'Hello there');
        expect(kept?.operations).toHaveLength(2);
        expect(names(server.draft)).toEqual([undefined]);
        store.put({ type: saving === 'signedOut' ? 'signedIn' : 'retry' });
        await store.settled();
      }
      expect(store.view().saving).toBe('saved');
      expect(names(server.draft)).toEqual([goesOn ? 'Hello' : 'Hello there']);
      expect(kept).toBeUndefined();
      store.undo();
      await store.settled();
      expect(names(server.draft)).toEqual([undefined]);
      expect(ids(server.draft)).toEqual(['a']);
      expect(notices).toEqual([]);
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
    const earlier = kept!;
    store = open();
    await store.restore(earlier);
    await store.settled();
    expect(ids(server.draft)).toEqual(['a']);
    store.undo();
    await store.settled();
    expect(ids(server.draft)).toEqual([]);
  });

  it('go on after an earlier visit on top of what was saved since, conflicts shown', async () => {
    server.elsewhere(insert('a'), insert('b', 1));
    store = open();
    server.answers = [{ type: 'signedOut' }];
    store.edit(named('a', 'Mine'));
    store.edit(named('b', 'Mine too'));
    await store.settled();
    const earlier = kept!;
    server.elsewhere(named('a', 'Theirs'));
    store = open();
    await store.restore(earlier);
    await store.settled();
    expect(names(server.draft)).toEqual(['Theirs', 'Mine too']);
    expect(store.view()).toMatchObject({ saving: 'conflict', conflicts: [{ fields: [{ key: 'name' }] }] });
    expect(kept?.operations).toEqual([expect.objectContaining({ stepId: 'a', set: { name: 'Mine' } })]);
  });
});

describe('two windows at once', () => {
  it('keep both their edits', async () => {
    server.elsewhere(insert('theirs'));
    store.edit(insert('mine'));
    await store.settled();
    expect(ids(server.draft)).toEqual(['mine', 'theirs']);
    expect(notices).toEqual([{ title: 'Also changed in another window', message: 'Both changes are kept.' }]);
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
      type('a', 'M', 'Mine');
      await store.settled();
    });

    it('write over nothing before a person has chosen', () => {
      expect(names(server.draft)).toEqual(['Theirs']);
      expect(names(store.view())).toEqual(['Mine']);
      expect(store.view().saving).toBe('conflict');
      expect(kept?.operations).toHaveLength(1);
    });

    it('go on with what is typed meanwhile, and keep mine', async () => {
      type('a', 'Mine!');
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
      type('a', 'Theirs');
      await store.settled();
      expect(store.view()).toMatchObject({ saving: 'saved', conflicts: [] });
    });
  });

  it('tell the one whose saved text was written over, who may have it back', async () => {
    store.edit(insert('a'));
    type('a', 'Mine');
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
    expect(notices.map(({ title }) => title)).toEqual(Array(2).fill('This change can no longer be undone'));
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
    type('a', 'H', 'He', 'Hello');
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
