import { mailOf, sha256 } from '../simulated/mails.fixture.js';
import { SimulatedMailbox } from '../simulated/simulated-mailbox.fixture.js';
import { CONNECTED_AT, MINUTE, Story } from '../simulated/story.fixture.js';
import { sizeOf } from './uid-set.js';

const DAY = 24 * 60 * MINUTE;
const full = (mails: number) => {
  const mailbox = new SimulatedMailbox('Sent');
  for (let n = 1; n <= mails; n++)
    mailbox.append('INBOX', mailOf(n), CONNECTED_AT - 30 * DAY + n, ['\\Seen']);
  return mailbox;
};
const bodiesOf = ({ server: { requests } }: Story) =>
  requests.reduce((sum, ask) => sum + (ask.ask === 'bodies' ? sizeOf(ask.uids) : 0), 0);

describe('the first import', () => {
  test('brings the newest first, fetches each mail once, and takes none of them for news', async () => {
    const story = new Story(full(1_200));
    await story.run(10);
    expect(story.local()).toEqual(story.remote());
    const parts = story.store.writes.flatMap((one) =>
      one.write === 'mirror' && one.placed.length > 0 ? [one] : [],
    );
    expect(parts.map(({ placed }) => Math.max(...placed.map(({ uid }) => uid)))).toEqual([1_200, 700, 200]);
    expect(bodiesOf(story)).toBe(1_200);
    expect(story.store.news).toEqual([]);
    expect(story.phases.map(({ is }) => is)).toEqual(['connecting', 'listing', 'importing', 'live']);
  });

  test('goes on where a break left it', async () => {
    const story = new Story(full(1_200));
    let surveys = 0;
    story.fault = (ask, answer) =>
      ask.ask === 'survey' && ++surveys === 2 ? { saw: 'lost', why: 'ECONNRESET', chance: 0 } : answer;
    await story.run(10);
    expect(story.local()).toEqual(story.remote());
    expect(surveys).toBe(4);
  });

  test('lets new mail through while it lasts', async () => {
    const story = new Story(full(3_000));
    const fresh = mailOf(9_999);
    let arrivedAt = 0;
    let seenAt = 0;
    let behind = 0;
    story.fault = (ask, answer) => {
      story.now += 2_000;
      if (ask.ask === 'bodies' && arrivedAt === 0) {
        arrivedAt = story.now;
        story.mailbox.append('INBOX', fresh, story.now);
      }
      if (seenAt === 0 && story.store.contents.has(sha256(fresh))) {
        seenAt = story.now;
        behind = story.store.folders().find(({ role }) => role === 'inbox')!.wanting;
      }
      return answer;
    };
    await story.run(30);
    expect(seenAt - arrivedAt).toBeLessThan(60_000);
    expect(behind).toBeGreaterThan(1_000);
    expect(story.store.news).toEqual([sha256(fresh)]);
  });
});

describe('what is news', () => {
  test.each([
    ['a mail that arrives in INBOX', 'INBOX', 0, 1],
    ['a copy of an old mail that another program puts there', 'INBOX', -DAY, 0],
    ['a mail that a filter of the owner put into a folder of theirs', 'Work', 0, 1],
    ['what was sent', 'Sent', 0, 0],
  ])('%s', async (_, path, age, news) => {
    const story = new Story();
    await story.run(3);
    story.mailbox.append(path, mailOf(1), story.now + age);
    await story.run(5);
    expect(story.store.news).toHaveLength(news);
    expect(story.local()).toEqual(story.remote());
  });

  test('a mail that is moved, and moved back, is news once and is fetched once', async () => {
    const story = new Story();
    await story.run(3);
    const uid = story.mailbox.append('INBOX', mailOf(1), story.now);
    await story.run(5);
    story.mailbox.copy('INBOX', uid, 'Work');
    story.mailbox.expunge('INBOX', uid);
    await story.run(5);
    story.mailbox.copy('Work', 1, 'INBOX');
    story.mailbox.expunge('Work', 1);
    await story.run(5);
    expect(story.local()).toEqual(story.remote());
    expect(story.store.news).toHaveLength(1);
    expect(bodiesOf(story)).toBe(1);
  });

  test('after the server numbered a folder anew nothing is, and nothing is fetched again', async () => {
    const story = new Story();
    await story.run(3);
    for (let n = 0; n < 20; n++) story.mailbox.append('INBOX', mailOf(n), story.now);
    await story.run(5);
    story.mailbox.expunge('INBOX', 3);
    story.mailbox.reset('INBOX');
    await story.run(5);
    expect(story.local()).toEqual(story.remote());
    expect(story.store.news).toHaveLength(20);
    expect(bodiesOf(story)).toBe(20);
    expect(story.store.facts.filter(({ fact }) => fact === 'reset')).toHaveLength(1);
  });
});

describe('a folder that was renamed', () => {
  test.each([
    ['is known by its id', ['OBJECTID'] as const],
    ['is known by numbers that no other has', [] as const],
  ])('%s', async (_, extensions) => {
    const story = new Story(undefined, ['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'IDLE', ...extensions]);
    story.mailbox.append('Work', mailOf(1), CONNECTED_AT - DAY);
    await story.run(3);
    story.mailbox.rename('Work', 'Weddings/2027');
    await story.run(5);
    expect(story.local()).toEqual(story.remote());
    expect(story.store.facts).toContainEqual({ fact: 'folderRenamed', from: 'Work', to: 'Weddings/2027' });
    expect(story.store.facts.some(({ fact }) => fact === 'folderGone')).toBe(false);
  });
});
