import { mailOf, sha256 } from '../simulated/mails.fixture.js';
import type { GivenWant } from '../simulated/memory-commands.fixture.js';
import { SimulatedMailbox } from '../simulated/simulated-mailbox.fixture.js';
import type { Extension, Fault } from '../simulated/simulated-server.fixture.js';
import { CONNECTED_AT, MINUTE, Story } from '../simulated/story.fixture.js';
import type { Observation } from './observation.js';

const all: readonly Extension[] = ['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'IDLE', 'MOVE', 'UIDPLUS'];
const without = (...some: Extension[]) => all.filter((one) => !some.includes(one));
const lost: Observation = { saw: 'lost', why: 'cut', chance: 0 };

/** A mailbox with three mails in INBOX that is read. */
async function story(extensions = all, facts = {}): Promise<Story> {
  const mailbox = new SimulatedMailbox('Sent', 'Archive', 'Trash', 'Work');
  for (let n = 1; n <= 3; n++) mailbox.append('INBOX', mailOf(n), CONNECTED_AT - n * MINUTE);
  const one = new Story(mailbox, extensions, facts);
  await one.run(1);
  return one;
}
const folder = (one: Story, path: string) => one.store.folders().find((known) => known.path === path)!.id;
const mail = (one: Story, n: number, path = 'INBOX') =>
  one.store.placements.in(folder(one, path)).find(({ content }) => content === sha256(mailOf(n)))!;
const texts = (one: Story, path: string) =>
  one.mailbox.folder(path).mails.map(({ bytes, flags }) => [sha256(bytes), ...flags]);
const ends = (one: Story) => one.store.commands.all.map(({ end }) => end);
const move = (one: Story, n: number, to: string): GivenWant => ({
  ...{ kind: 'move', mail: mail(one, n), to: folder(one, to) },
});
const seen = (one: Story, n: number): GivenWant => ({
  ...{ kind: 'flags', mail: mail(one, n), add: ['\\Seen'], remove: [] },
});
/** The connection breaks once, after the server has done it and before it said so. */
const onceLost = (ask: string): Fault => {
  let isLeft = true;
  return (asked, answer) => {
    if (asked.ask !== ask || !isLeft) return answer;
    isLeft = false;
    return lost;
  };
};

describe('flags', () => {
  test('are added and removed, and other programs keep theirs; what is so already is not asked for', async () => {
    const one = await story();
    one.mailbox.setFlag('INBOX', 1, '$Forwarded', true);
    one.mailbox.setFlag('INBOX', 2, '\\Seen', true);
    for (const n of [1, 2]) one.store.commands.give(seen(one, n));
    one.store.commands.give({ kind: 'flags', mail: mail(one, 1), add: ['\\Flagged'], remove: ['\\Seen'] });
    await one.run(2);
    expect(ends(one)).toEqual([
      { to: 'done', how: 'carriedOut', id: 'command 1' },
      { to: 'done', how: 'asWished', id: 'command 2' },
      { to: 'done', how: 'carriedOut', id: 'command 3' },
    ]);
    expect(texts(one, 'INBOX')[0]).toEqual([sha256(mailOf(1)), '$Forwarded', '\\Flagged']);
    expect(one.local()).toEqual(one.remote());
    expect(one.store.news).toEqual([]);
  });

  test('of many mails are one command to the server', async () => {
    const one = await story();
    for (const n of [1, 2, 3]) one.store.commands.give(seen(one, n));
    await one.run(1);
    expect(one.server.requests.filter(({ ask }) => ask === 'store')).toEqual([
      { ask: 'store', uids: [[1, 3]], add: ['\\Seen'], remove: [] },
    ]);
  });

  test('follow a mail that somebody has moved meanwhile', async () => {
    const one = await story();
    one.store.commands.give(seen(one, 1));
    one.mailbox.copy('INBOX', 1, 'Work');
    one.mailbox.expunge('INBOX', 1);
    await one.run(10);
    expect(texts(one, 'Work')).toEqual([[sha256(mailOf(1)), '\\Seen']]);
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'done' })]);
  });

  test('that the server does not keep are refused, and so is a folder that is for reading alone', async () => {
    const one = await story();
    one.server.changes.keeps = ['\\Seen'];
    one.store.commands.give({ kind: 'flags', mail: mail(one, 1), add: ['$Later'], remove: [] });
    await one.run(1);
    one.server.changes.readOnly.add('INBOX');
    one.store.commands.give(seen(one, 1));
    await one.run(1);
    expect(ends(one)).toEqual([
      expect.objectContaining({ to: 'refused', why: 'notKept' }),
      expect.objectContaining({ to: 'refused', why: 'readOnly' }),
    ]);
    expect(one.server.changes.done).toEqual([]);
  });

  test('that the server says it has stored and has not are tried again, and at last failed', async () => {
    const one = await story();
    one.server.changes.ignoresStore = true;
    one.store.commands.give(seen(one, 1));
    await one.run(10);
    expect(ends(one)).toEqual([null]);
    await one.run(24 * 60);
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'failed' })]);
    expect(one.server.requests.filter(({ ask }) => ask === 'store')).toHaveLength(10);
  });

  test('one mail that the server refuses does not keep the others', async () => {
    const one = await story();
    one.server.changes.refuses = (ask) =>
      ask.ask === 'store' && ask.uids.some(([first, last]) => first <= 2 && 2 <= last)
        ? { saw: 'refused', refusal: 'other', reply: 'Not this one' }
        : undefined;
    for (const n of [1, 2, 3]) one.store.commands.give(seen(one, n));
    await one.run(2);
    expect(ends(one)).toEqual([
      expect.objectContaining({ to: 'done' }),
      expect.objectContaining({ to: 'refused', reply: 'Not this one' }),
      expect.objectContaining({ to: 'done' }),
    ]);
  });
});

describe.each<[string, readonly Extension[]]>([
  ['with MOVE', all],
  ['without MOVE', without('MOVE')],
  ['without MOVE and UIDPLUS', without('MOVE', 'UIDPLUS')],
])('a move %s', (name, extensions) => {
  const keepsMarked = !extensions.includes('UIDPLUS');
  const left = (one: Story) => texts(one, 'INBOX').filter((line) => !line.includes('\\Deleted'));

  test.each([
    ['', null],
    ['whose answer is lost', extensions.includes('MOVE') ? 'move' : 'copy'],
    ['whose removal is lost', 'remove'],
    ['whose last answer is lost', 'flags'],
  ])('%s puts the mail there once, and takes it from nowhere else', async (_, fault) => {
    const one = await story(extensions);
    one.mailbox.setFlag('INBOX', 3, '\\Deleted', true);
    await one.run(1);
    if (fault) one.fault = onceLost(fault);
    one.store.commands.give(move(one, 1, 'Archive'));
    await one.run(10);
    expect(texts(one, 'Archive').map(([text]) => text)).toEqual([sha256(mailOf(1))]);
    expect(left(one)).toEqual([[sha256(mailOf(2))]]);
    // What another program has marked is its own affair.
    expect(texts(one, 'INBOX').map(([text]) => text)).toContain(sha256(mailOf(3)));
    expect(ends(one)).toEqual([
      expect.objectContaining({ to: 'done', ...(keepsMarked && fault !== 'move' && { how: 'marked' }) }),
    ]);
    expect(one.local()).toEqual(one.remote());
    expect(one.store.news).toEqual([]);
  });

  test('of a mail that somebody else has moved ends, and says where it is', async () => {
    const one = await story(extensions);
    one.store.commands.give(move(one, 1, 'Archive'));
    one.mailbox.copy('INBOX', 1, 'Work');
    one.mailbox.expunge('INBOX', 1);
    await one.run(10);
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'superseded', where: folder(one, 'Work') })]);
    expect(texts(one, 'Work')).toHaveLength(1);
    expect(texts(one, 'Archive')).toEqual([]);
  });

  test('of a mail that is deleted meanwhile ends', async () => {
    const one = await story(extensions);
    one.store.commands.give(move(one, 1, 'Archive'));
    one.mailbox.expunge('INBOX', 1);
    await one.run(10);
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'superseded', where: null })]);
  });

  test('and another one, given before the first was carried out, follow each other', async () => {
    const one = await story(extensions);
    one.store.commands.give(move(one, 1, 'Archive'));
    one.store.commands.give(seen(one, 1));
    one.store.commands.give(move(one, 1, 'Work'));
    await one.run(10);
    expect(texts(one, 'Work').map(([text]) => text)).toEqual([sha256(mailOf(1))]);
    expect(texts(one, 'Work')[0]).toContain('\\Seen');
    expect(one.local()).toEqual(one.remote());
  });

  test('that the server refuses tells its words, and the mail stays', async () => {
    const one = await story(extensions);
    one.server.changes.refuses = ({ ask }) =>
      ask === 'move' || ask === 'copy'
        ? { saw: 'refused', refusal: 'quota', reply: '[OVERQUOTA] Quota exceeded' }
        : undefined;
    one.store.commands.give(move(one, 1, 'Archive'));
    await one.run(2);
    expect(ends(one)).toEqual([
      expect.objectContaining({ to: 'refused', reply: '[OVERQUOTA] Quota exceeded' }),
    ]);
    expect(left(one)).toHaveLength(3);
  });
});

describe('deleting for ever', () => {
  test('removes a mail in Trash, and none elsewhere', async () => {
    const one = await story();
    one.store.commands.give({ kind: 'delete', mail: mail(one, 2) });
    one.store.commands.give(move(one, 1, 'Trash'));
    await one.run(3);
    one.store.commands.give({ kind: 'delete', mail: mail(one, 1, 'Trash') });
    await one.run(3);
    expect(ends(one)).toEqual([
      expect.objectContaining({ to: 'refused', why: 'notInTrash' }),
      expect.objectContaining({ to: 'done' }),
      expect.objectContaining({ to: 'done' }),
    ]);
    expect(texts(one, 'Trash')).toEqual([]);
    expect(texts(one, 'INBOX')).toHaveLength(2);
  });
});

describe('a copy of sent mail', () => {
  const copy = (one: Story): GivenWant => ({
    ...{ kind: 'append', to: folder(one, 'Sent'), flags: ['\\Seen'], date: one.now },
    ...{ marks: [{ header: 'Message-ID', value: '<9@client.example>' }], insteadOf: null, isSentCopy: true },
  });
  const sent = (one: Story) => texts(one, 'Sent');

  test('is put there once where it is ours to do, though the answer is lost', async () => {
    const one = await story(all, { sentCopy: 'ours' });
    one.fault = onceLost('append');
    one.store.commands.give(copy(one), mailOf(9));
    await one.run(5);
    expect(sent(one)).toEqual([[sha256(mailOf(9)), '\\Seen']]);
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'done' })]);
  });

  test('is left to a provider that files it itself', async () => {
    const one = await story(all, { sentCopy: 'provider' });
    one.store.commands.give(copy(one), mailOf(9));
    await one.run(5);
    expect(sent(one)).toEqual([]);
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'done', how: 'provider' })]);
  });

  test('is looked for while nobody knows, and what is found is learnt', async () => {
    const one = await story();
    one.store.commands.give(copy(one), mailOf(9));
    one.fault = (ask, answer) => {
      const looks = one.server.requests.filter((asked) => asked.ask === 'search').length;
      if (ask.ask === 'search' && looks === 2) one.mailbox.append('Sent', mailOf(9), one.now, ['\\Seen']);
      return answer;
    };
    await one.run(10);
    expect(sent(one)).toHaveLength(1);
    expect(one.store.mailbox.sentCopy).toBe('provider');
  });

  test('is put there after a minute of looking, and that is learnt when no second one comes', async () => {
    const one = await story();
    one.store.commands.give(copy(one), mailOf(9));
    const before = one.now;
    await one.run(2);
    expect(sent(one)).toHaveLength(1);
    expect(one.mailbox.folder('Sent').mails).toHaveLength(1);
    expect(one.server.requests.filter(({ ask }) => ask === 'search')).toHaveLength(5);
    expect(one.now - before).toBeLessThan(3 * MINUTE);
    await one.run(10);
    expect(one.store.mailbox.sentCopy).toBe('ours');
    expect(ends(one)).toEqual([expect.objectContaining({ to: 'done' })]);
  });

  test('goes again where a slow provider has filed its own', async () => {
    const one = await story();
    one.store.commands.give(copy(one), mailOf(9));
    await one.run(2);
    one.mailbox.append('Sent', mailOf(9), one.now, ['\\Seen', '$theirs']);
    await one.run(10);
    expect(sent(one)).toEqual([[sha256(mailOf(9)), '\\Seen', '$theirs']]);
    expect(one.store.mailbox.sentCopy).toBe('provider');
  });
});

describe('a draft', () => {
  test('stands in the place of the one before: first two, then one, never none', async () => {
    const one = await story();
    const draft = (n: number, insteadOf: ReturnType<typeof mail> | null): GivenWant => ({
      ...{ kind: 'append', to: folder(one, 'Work'), flags: ['\\Draft', '\\Seen'], date: one.now },
      ...{ marks: [{ header: 'Message-ID', value: `<${n}@client.example>` }], insteadOf, isSentCopy: false },
    });
    one.store.commands.give(draft(7, null), mailOf(7));
    await one.run(2);
    one.fault = onceLost('remove');
    one.store.commands.give(draft(8, mail(one, 7, 'Work')), mailOf(8));
    await one.run(5);
    expect(texts(one, 'Work')).toEqual([[sha256(mailOf(8)), '\\Draft', '\\Seen']]);
    expect(one.local()).toEqual(one.remote());
  });
});

describe('folders', () => {
  test('are made and renamed; one that is there already is as wished', async () => {
    const one = await story();
    one.store.commands.give({ kind: 'createFolder', path: 'Weddings' });
    one.store.commands.give({ kind: 'createFolder', path: 'Work' });
    await one.run(3);
    one.store.commands.give({ kind: 'renameFolder', folder: folder(one, 'Weddings'), path: 'Weddings 2027' });
    await one.run(3);
    expect(ends(one).map((end) => end && 'how' in end && end.how)).toEqual([
      'carriedOut',
      'asWished',
      'carriedOut',
    ]);
    expect([...one.mailbox.folders.keys()]).toContain('Weddings 2027');
    expect(one.local()).toEqual(one.remote());
  });
});
