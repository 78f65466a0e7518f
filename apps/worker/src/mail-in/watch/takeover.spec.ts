import { once } from 'node:events';
import { describe, expect, jest, test } from '@jest/globals';
import { until } from '@cueline/testkit/until';
import { mirrorSuite } from '../mirror/mirror-suite.fixture.js';
import { WatchProcesses } from './watch-processes.fixture.js';
import { hasRealTimes, WatchedMailbox } from './watch-suite.fixture.js';

jest.setTimeout(300_000);

const suite = mirrorSuite();
const watched = new WatchedMailbox(suite);
const processes = new WatchProcesses(suite);
const yesterday = () => new Date(Date.now() - 86_400_000);
/** The product's own: a minute at most. */
const MINUTE = 60_000;

const boundaries = [
  ...['after connect', 'after list', 'before folders are stored', 'after open', 'before mirror are stored'],
  ...['after mirror are stored', 'in bodies', 'before contents are stored', 'after contents are stored'],
  ...['before tombstones are stored', 'after tombstones are stored', 'after idle'],
];

test('a worker that is killed at any step of the sync loses nothing, stores nothing twice, and takes nothing for news twice', async () => {
  const { mailbox } = watched;
  await processes.withPassword();
  for (let n = 1; n <= 55; n++) await mailbox.append(n, n % 3 ? ['\\Seen'] : [], yesterday());
  let isOver = false;
  let ended = 0;
  const others = async () => {
    while (!isOver) {
      const { child } = processes.begin(boundaries);
      await once(child, 'exit');
      ended++;
    }
  };
  const running = others();
  await watched.until('live', 2 * MINUTE);
  const { other } = mailbox;
  await other.mailboxOpen('INBOX');
  await mailbox.append(100);
  await other.messageDelete('5:9', { uid: true });
  await other.messageFlagsAdd('2', ['\\Flagged'], { uid: true });
  const allCame = () => boundaries.every((one) => processes.passed.includes(one));
  // What is done meanwhile gives each step something to do again.
  let n = 101;
  while (!allCame()) {
    await mailbox.append(n++);
    await other.mailboxOpen('INBOX');
    await other.messageDelete(`${n - 91}`, { uid: true });
    await until('it is noticed', async () => (await mailbox.texts('news')).length >= n - 100, 2 * MINUTE);
  }
  await watched.untilEqual(MINUTE);
  isOver = true;
  expect(ended).toBe(boundaries.length);
  const news = await mailbox.texts('news');
  expect(new Set(news)).toEqual(new Set(Array.from({ length: n - 100 }, (_, i) => `Text ${100 + i}`)));
  expect(news).toHaveLength(n - 100);
  expect(await mailbox.texts()).toHaveLength(55 + n - 100);
  void running;
});

describe('a worker that is stopped in the middle of its work, for longer than others wait', () => {
  test('changes nothing when it wakes: another has the mailbox', async () => {
    const { mailbox } = watched;
    await processes.withPassword();
    for (let n = 1; n <= 20; n++) await mailbox.append(n, [], yesterday());
    // It has fetched them, and is stopped before they are stored.
    const frozen = processes.begin(['before contents are stored'], 'SIGSTOP');
    await until('it has stopped', () => Promise.resolve(processes.passed.length > 0), MINUTE);
    const { holder } = await watched.look();
    const stoppedAt = Date.now();
    processes.begin();
    await until('another has the mailbox', async () => (await watched.look()).holder !== holder, MINUTE);
    const takenAfter = Date.now() - stoppedAt;
    await watched.untilEqual(MINUTE);
    await mailbox.other.mailboxOpen('INBOX');
    await mailbox.other.messageDelete('1:*', { uid: true });
    if (hasRealTimes) {
      await new Promise((resolve) => setTimeout(resolve, 2 * MINUTE));
      console.log(`taken over after ${takenAfter} ms`);
    }
    frozen.child.kill('SIGCONT');
    await until('it tries', () => Promise.resolve(frozen.lines.includes('contents: leaseLost')), MINUTE);
    expect(frozen.lines.slice(frozen.lines.indexOf('contents: leaseLost'))).not.toContainEqual(
      expect.stringContaining('committed'),
    );
    expect((await watched.look()).holder).not.toBe(holder);
    expect(await mailbox.texts()).toHaveLength(20);
  });
});
