import { describe, expect, it } from '@jest/globals';
import type { BlockDraft } from './template-draft.js';
import { text, welcome } from './welcome.fixture.js';
import { TemplateStore, type Answer, type TemplateServer } from './template-store.js';

/** A server that answers as told, then takes everything. */
function opened(...answers: Answer[]) {
  const server = {
    revision: 1,
    draft: welcome,
    saved: [] as string[][],
    paused: [] as (number | undefined)[],
  };
  let now = 0;
  const port: TemplateServer = {
    save: (draft, changed, revision) => {
      const planned = answers.shift();
      if (planned) return Promise.resolve(planned);
      if (revision !== server.revision) return Promise.resolve({ type: 'conflict' });
      server.revision++;
      server.draft = draft as BlockDraft;
      server.saved.push([...changed]);
      return Promise.resolve({ type: 'saved', stored: { draft, revision: server.revision } });
    },
    load: () =>
      Promise.resolve({ type: 'saved', stored: { draft: server.draft, revision: server.revision } }),
    pause: (seconds) => Promise.resolve(void server.paused.push(seconds)),
    signedIn: () => Promise.resolve(),
    quiet: () => Promise.resolve(),
  };
  const store = new TemplateStore({ draft: welcome, revision: 1 }, port, () => now);
  return {
    server,
    store,
    write: (subject: string, afterMs = 5_000) => {
      now += afterMs;
      store.change({ ...(store.view().draft as BlockDraft), subject: text(subject) });
    },
    subject: () => JSON.stringify((store.view().draft as BlockDraft).subject),
    /** Somebody else saves. */
    elsewhere: (values: Partial<BlockDraft>) => {
      server.draft = { ...server.draft, ...values };
      server.revision++;
    },
  };
}

describe('a template that is written', () => {
  it('is saved by itself, what was typed meanwhile in a second go', async () => {
    const { store, server, write } = opened();
    write('Hello');
    expect(store.view().saving).toBe('saving');
    write('Hello there');
    expect(await store.settled()).toBe(true);
    expect(store.view().saving).toBe('saved');
    expect(server.saved).toEqual([['subject']]);
    expect(server.draft.subject).toEqual(text('Hello there'));
  });

  it('goes back and forth, a row of keystrokes at once', async () => {
    const { store, write, subject } = opened();
    write('H');
    write('He', 100);
    write('Hello', 100);
    write('Bye');
    store.undo();
    expect(subject()).toContain('Hello');
    store.undo();
    expect(subject()).toContain('"Hi"');
    expect(store.view()).toMatchObject({ canUndo: false, canRedo: true });
    store.redo();
    expect(subject()).toContain('Hello');
    expect(await store.settled()).toBe(true);
  });

  it.each<[string, Answer]>([
    ['offline', { type: 'unreachable' }],
    ['busy', { type: 'busy', seconds: 7 }],
    ['signed out', { type: 'signedOut' }],
  ])('is saved once it can be: %s', async (_, answer) => {
    const { store, server, write } = opened(answer);
    write('Patient');
    expect(await store.settled()).toBe(true);
    expect(server.draft.subject).toEqual(text('Patient'));
  });

  it('takes what another window has written in another part', async () => {
    const { store, server, write, elsewhere } = opened();
    elsewhere({ name: 'Theirs' });
    write('Mine');
    expect(await store.settled()).toBe(true);
    expect(server.draft).toMatchObject({ name: 'Theirs', subject: text('Mine') });
    expect(store.view().draft).toEqual(server.draft);
  });

  it.each(['takeTheirs', 'keepMine'] as const)(
    'asks where both have written in one part: %s',
    async (choice) => {
      const { store, server, write, elsewhere } = opened();
      elsewhere({ subject: text('Theirs') });
      write('Mine');
      expect(await store.settled()).toBe(false);
      expect(store.view()).toMatchObject({ saving: 'conflict', conflict: { parts: ['subject'] } });
      expect(server.draft.subject).toEqual(text('Theirs'));
      store[choice]();
      expect(await store.settled()).toBe(true);
      const expected = text(choice === 'keepMine' ? 'Mine' : 'Theirs');
      expect([server.draft.subject, (store.view().draft as BlockDraft).subject]).toEqual([
        expected,
        expected,
      ]);
      expect(store.view().saving).toBe('saved');
    },
  );

  it('says why it is refused, and keeps what was written', async () => {
    const { store, write, subject } = opened({ type: 'refused', message: 'Too long.' });
    write('Much');
    expect(await store.settled()).toBe(false);
    expect(store.view()).toMatchObject({ saving: 'refused', refusal: 'Too long.' });
    expect(subject()).toContain('Much');
    store.retry();
    expect(await store.settled()).toBe(true);
  });

  it('shows what was saved elsewhere while nothing is written here', () => {
    const { store, subject } = opened();
    store.receive({ draft: { ...welcome, subject: text('Theirs') }, revision: 2 });
    expect(subject()).toContain('Theirs');
    expect(store.view().saving).toBe('saved');
  });
});
