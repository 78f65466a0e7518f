import { beforeEach, describe, expect, it } from '@jest/globals';
import { applyOperation, blankDefinition, kinds, type Definition, type Operation } from '@cueline/workflows';
import { DraftStore, type Notice, type Sent, type ServerDraft } from './draft-store.js';

/** A server that keeps a draft as the API does, and can be away. */
class Server {
  draft: ServerDraft = { revision: 1, definition: blankDefinition() };
  away = false;
  requests = 0;
  paused = 0;

  send = (operations: readonly Operation[], revision: number): Promise<Sent<ServerDraft>> => {
    this.requests++;
    if (this.away) return Promise.resolve({ type: 'unreachable' });
    if (revision !== this.draft.revision) return Promise.resolve({ type: 'conflict' });
    let definition: Definition = this.draft.definition;
    for (const operation of operations) {
      const applied = applyOperation(definition, operation);
      if (!applied.ok) return Promise.resolve({ type: 'refused', message: applied.refusal });
      definition = applied.definition;
    }
    this.draft = { revision: revision + 1, definition };
    return Promise.resolve({ type: 'saved', draft: this.draft });
  };
  load = () => Promise.resolve(this.draft);
  /** It comes back while the store waits. */
  pause = () => {
    this.paused++;
    this.away = false;
    return Promise.resolve();
  };
}

let server: Server;
let notices: Notice[];
let store: DraftStore<ServerDraft>;
beforeEach(() => {
  server = new Server();
  notices = [];
  store = new DraftStore(server.draft, server, (notice) => notices.push(notice));
});

const insert = (id: string, index = 0): Operation => ({
  type: 'insertStep',
  slot: { parent: null, index },
  step: kinds.wait.defaults(id),
});
const named = (stepId: string, name: string): Operation => ({ type: 'updateStep', stepId, set: { name } });
const ids = (definition: Definition) => definition.steps.map(({ id }) => id);

describe('an edit', () => {
  it('shows at once and is saved', async () => {
    expect(store.edit(insert('a'))).toBe(true);
    expect(ids(store.view().definition)).toEqual(['a']);
    expect(store.view().saving).toBe('saving');
    await store.settled();
    expect(store.view().saving).toBe('saved');
    expect(ids(server.draft.definition)).toEqual(['a']);
  });

  it('goes with the others of its moment in one request, in their order', async () => {
    store.edit(insert('a'));
    store.edit(insert('b', 1));
    store.edit(insert('c', 0));
    await store.settled();
    expect(ids(server.draft.definition)).toEqual(['c', 'a', 'b']);
    expect(server.requests).toBe(1);
  });

  it('that cannot be made is told and changes nothing', () => {
    expect(store.edit(named('nowhere', 'x'))).toBe(false);
    expect(notices).toEqual([expect.objectContaining({ title: 'This cannot be done' })]);
    expect(store.view()).toMatchObject({ saving: 'saved', canUndo: false });
  });

  it('is kept while the server is away, and saved when it is back', async () => {
    server.away = true;
    store.edit(insert('a'));
    const seen: string[] = [];
    store.subscribe(() => seen.push(store.view().saving));
    await store.settled();
    expect(seen).toContain('offline');
    expect(ids(store.view().definition)).toEqual(['a']);
    expect(ids(server.draft.definition)).toEqual(['a']);
    expect(store.view().saving).toBe('saved');
  });
});

describe('two people at once', () => {
  it('keep both their edits', async () => {
    await server.send([insert('theirs')], 1);
    store.edit(insert('mine'));
    await store.settled();
    expect(ids(server.draft.definition)).toEqual(['mine', 'theirs']);
    expect(ids(store.view().definition)).toEqual(['mine', 'theirs']);
    expect(notices).toEqual([
      { title: 'Somebody else has changed this workflow', message: 'Your edits are on top of theirs.' },
    ]);
  });

  it('are told when an edit no longer fits', async () => {
    store.edit(insert('a'));
    await store.settled();
    await server.send([{ type: 'removeStep', stepId: 'a' }], server.draft.revision);
    store.edit(named('a', 'Too late'));
    await store.settled();
    expect(ids(store.view().definition)).toEqual([]);
    expect(notices.at(-1)).toMatchObject({ message: '1 of your edits no longer fit.' });
  });

  it('see each other’s edits when the draft is read again', async () => {
    await server.send([insert('theirs')], 1);
    store.receive(server.draft);
    expect(ids(store.view().definition)).toEqual(['theirs']);
  });
});

describe('undo and redo', () => {
  it('take edits back and forward, on the server too', async () => {
    store.edit(insert('a'));
    store.edit(insert('b', 1));
    store.undo();
    await store.settled();
    expect(ids(server.draft.definition)).toEqual(['a']);
    store.redo();
    await store.settled();
    expect(ids(server.draft.definition)).toEqual(['a', 'b']);
    expect(store.view()).toMatchObject({ canUndo: true, canRedo: false });
  });

  it('take typing in one field back as one edit', () => {
    store.edit(insert('a'));
    for (const text of ['H', 'He', 'Hello']) store.edit(named('a', text), true);
    store.undo();
    expect(store.view().definition.steps[0]).not.toHaveProperty('name');
    expect(ids(store.view().definition)).toEqual(['a']);
    store.redo();
    expect(store.view().definition.steps[0]).toMatchObject({ name: 'Hello' });
  });

  it('go a hundred deep', () => {
    for (let n = 0; n < 120; n++) store.edit(insert(`s${n}`, n));
    for (let n = 0; n < 120; n++) store.undo();
    expect(store.view().definition.steps).toHaveLength(20);
    expect(store.view().canUndo).toBe(false);
  });
});
