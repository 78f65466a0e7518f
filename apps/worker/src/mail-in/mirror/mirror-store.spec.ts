import { describe, expect, test } from '@jest/globals';
import { noUids, uidSetOf } from '@cueline/email/imap';
import { mirrorSuite, type MirroredMailbox } from './mirror-suite.fixture.js';
import { multirangeOf, uidsOf } from './multirange.js';

const suite = mirrorSuite();
const yesterday = () => new Date(Date.now() - 86_400_000);

/** What was there before, what others do, and a mail that arrives. */
async function before(mailbox: MirroredMailbox): Promise<void> {
  await mailbox.other.mailboxCreate('Weddings');
  for (let n = 1; n <= 8; n++) await mailbox.append(n, n % 2 ? ['\\Seen'] : [], yesterday());
}
async function meanwhile(mailbox: MirroredMailbox): Promise<void> {
  const { other } = mailbox;
  await other.mailboxOpen('INBOX');
  await other.messageFlagsAdd('2', ['\\Flagged', '$Forwarded'], { uid: true });
  await other.messageMove('3:4', 'Weddings', { uid: true });
  await other.messageDelete('5', { uid: true });
  await mailbox.append(99);
}

test('UIDs are written and read as PostgreSQL does', () => {
  const uids = uidSetOf([1, 2, 3, 7, 4_294_967_295]);
  expect(multirangeOf(uids)).toBe('{[1,4),[7,8),[4294967295,4294967296)}');
  expect(uidsOf(multirangeOf(uids))).toEqual(uids);
  expect(uidsOf('{}')).toEqual(noUids);
});

describe('the mirror of a mailbox', () => {
  test('is the mailbox, message by message, and knows one mail that has just come', async () => {
    const { mailbox } = suite;
    await before(mailbox);
    const store = mailbox.storeOf(await mailbox.take('worker'));
    await mailbox.read(store);
    expect(await mailbox.mirrored()).toEqual(await mailbox.onServer());
    expect(await mailbox.texts('news')).toEqual([]);
    await meanwhile(mailbox);
    await mailbox.read(store);
    expect(await mailbox.mirrored()).toEqual(await mailbox.onServer());
    expect(await mailbox.texts()).toHaveLength(9);
    expect(await mailbox.texts('news')).toEqual(['Text 99']);
  });

  test('keeps what a mail was when its folder is renamed, and what it says when it is deleted', async () => {
    const { mailbox } = suite;
    await before(mailbox);
    const store = mailbox.storeOf(await mailbox.take('worker'));
    await mailbox.read(store);
    await mailbox.other.mailboxRename('Weddings', 'Weddings 2027');
    await mailbox.other.mailboxOpen('INBOX');
    await mailbox.other.messageDelete('1:*', { uid: true });
    await mailbox.read(store);
    expect(await mailbox.mirrored()).toEqual({ INBOX: [], 'Weddings 2027': [] });
    expect(await mailbox.texts()).toHaveLength(8);
    expect(await mailbox.facts()).toContainEqual({
      fact: 'folderRenamed',
      from: 'Weddings',
      to: 'Weddings 2027',
    });
  });

  test('survives an end at every write: nothing is lost, nothing is there twice, nothing is news twice', async () => {
    const { mailbox } = suite;
    await before(mailbox);
    // Each worker ends one write later than the one before it did, and goes on with what is stored.
    const untilNoneEnds = async () => {
      let at = 1;
      while (await mailbox.endsAt(at, at % 2 === 0)) at++;
      return at;
    };
    expect(await untilNoneEnds()).toBeGreaterThan(4);
    await meanwhile(mailbox);
    expect(await untilNoneEnds()).toBeGreaterThan(2);
    expect(await mailbox.mirrored()).toEqual(await mailbox.onServer());
    expect(await mailbox.texts()).toHaveLength(9);
    expect(await mailbox.texts('news')).toEqual(['Text 99']);
  });
});

describe('a mailbox that another worker has taken', () => {
  test('is not written to by the one that had it', async () => {
    const { mailbox } = suite;
    await before(mailbox);
    const frozen = mailbox.storeOf(await mailbox.take('frozen'));
    await frozen.answer({ ask: 'load' });
    await mailbox.take('other');
    const write = { write: 'folders', kept: [], gone: [], facts: [] } as const;
    const found = {
      path: 'INBOX',
      delimiter: '/',
      specialUse: null,
      canBeOpened: true,
      role: 'inbox',
      isSynced: true,
    };
    expect(await frozen.commit({ ...write, found: [{ ...found, role: 'inbox' }] })).toEqual({
      saw: 'leaseLost',
    });
    expect(await mailbox.mirrored()).toEqual({});
    await mailbox.read(frozen);
    expect(await mailbox.mirrored()).toEqual({});
  });

  test('not even by the same worker under an older taking', async () => {
    const { mailbox } = suite;
    const [first, second] = [await mailbox.take('worker'), await mailbox.take('worker')];
    await mailbox.read(mailbox.storeOf(first));
    expect(await mailbox.mirrored()).toEqual({});
    await mailbox.read(mailbox.storeOf(second));
    expect(await mailbox.mirrored()).toEqual({ INBOX: [] });
  });
});
