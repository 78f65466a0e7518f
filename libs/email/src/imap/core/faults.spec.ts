import { mailOf } from '../simulated/mails.fixture.js';
import { SimulatedMailbox } from '../simulated/simulated-mailbox.fixture.js';
import type { Fault } from '../simulated/simulated-server.fixture.js';
import { CONNECTED_AT, MINUTE, Story } from '../simulated/story.fixture.js';
import { modSeqOf } from './ids.js';
import type { Answer, Observation } from './observation.js';
import { noUids, uidSetOf } from './uid-set.js';

async function synced(mails: number, extensions?: ConstructorParameters<typeof Story>[1]): Promise<Story> {
  const mailbox = new SimulatedMailbox('Sent');
  for (let n = 1; n <= mails; n++) mailbox.append('INBOX', mailOf(n), CONNECTED_AT - 60 * MINUTE);
  const story = new Story(mailbox, extensions);
  await story.run(5);
  return story;
}

/** Every answer of this kind is another one. */
const always =
  <Kind extends Answer['saw']>(
    kind: Kind,
    change: (answer: Extract<Answer, { saw: Kind }>) => Observation,
  ): Fault =>
  (_, answer) =>
    answer.saw === kind ? change(answer as Extract<Answer, { saw: Kind }>) : answer;

describe('an observation that is hard to believe removes nothing', () => {
  test.each<[string, Fault]>([
    ['no UIDs at all', always('uids', (one) => ({ ...one, uids: noUids }))],
    ['a part of the UIDs', always('uids', (one) => ({ ...one, uids: uidSetOf([1, 2]) }))],
    ['everything vanished', always('opened', (one) => ({ ...one, vanished: [[1, 4_294_967_295]] }))],
    [
      'a list without INBOX',
      always('listed', (one) => ({ ...one, folders: one.folders.filter(({ path }) => path !== 'INBOX') })),
    ],
    ['an empty list', always('listed', (one) => ({ ...one, folders: [] }))],
    [
      'a count that is too low',
      always('opened', (one) => ({ ...one, folder: { ...one.folder, exists: 3 }, vanished: noUids })),
    ],
  ])('%s', async (_, fault) => {
    const story = await synced(300);
    story.fault = fault;
    // A day, so that everything is compared in full as well.
    await story.run(25 * 60);
    expect(story.local()).toEqual(story.remote());
  });

  test('and is noted', async () => {
    const story = await synced(300);
    story.fault = always('uids', (one) => ({ ...one, uids: noUids }));
    await story.run(25 * 60);
    expect(story.store.facts).toContainEqual(
      expect.objectContaining({ fact: 'notBelieved', what: 'countDiffers', was: 300, now: 0 }),
    );
  });

  test('but what an owner has really emptied is gone, after a second look', async () => {
    const story = await synced(300);
    story.mailbox.expunge('INBOX', ...story.mailbox.folder('INBOX').mails.map(({ uid }) => uid));
    await story.run(5);
    expect(story.local()).toEqual(story.remote());
    expect(story.server.requests).toContainEqual({ ask: 'uids', isSecond: true });
  });
});

describe('numbers that fall', () => {
  test.each<[string, Fault, string]>([
    [
      'UIDNEXT',
      always('opened', (one) => ({ ...one, folder: { ...one.folder, uidNext: 2 } })),
      'uidNextFell',
    ],
    [
      'MODSEQ',
      always('opened', (one) => ({
        ...one,
        folder: { ...one.folder, modSeq: modSeqOf('1'), isResynced: false },
      })),
      'modSeqFell',
    ],
  ])('%s: everything is compared', async (_, fault, what) => {
    const story = await synced(30);
    story.fault = fault;
    story.mailbox.setFlag('INBOX', 7, '\\Flagged', true);
    story.mailbox.expunge('INBOX', 4);
    await story.run(15);
    expect(story.local()).toEqual(story.remote());
    expect(story.store.facts).toContainEqual(expect.objectContaining({ fact: 'notBelieved', what }));
  });
});

describe('a mail that the server does not give', () => {
  const poor =
    (uid: number): Fault =>
    (ask, answer) => {
      if (answer.saw === 'bodies') return { ...answer, rows: answer.rows.filter((row) => row.uid !== uid) };
      return answer;
    };

  test('does not keep the others from coming, and is tried three times', async () => {
    const mailbox = new SimulatedMailbox();
    for (let n = 1; n <= 20; n++) mailbox.append('INBOX', mailOf(n), CONNECTED_AT);
    const story = new Story(mailbox);
    story.fault = poor(7);
    await story.run(120);
    const lines = story.local()['INBOX']!;
    expect(lines.filter((line) => line.endsWith('no content'))).toHaveLength(1);
    const asks = story.server.requests.filter(
      (ask) => ask.ask === 'bodies' && ask.uids.some(([a, b]) => a <= 7 && 7 <= b),
    );
    expect(asks).toHaveLength(3);
  });

  test('is found by halves where it spoils the whole FETCH', async () => {
    const mailbox = new SimulatedMailbox();
    for (let n = 1; n <= 20; n++) mailbox.append('INBOX', mailOf(n), CONNECTED_AT);
    const story = new Story(mailbox);
    story.fault = (ask, answer) =>
      ask.ask === 'bodies' && ask.uids.some(([a, b]) => a <= 7 && 7 <= b)
        ? { saw: 'refused', refusal: 'unavailable', reply: '[UNAVAILABLE] Server error' }
        : answer;
    await story.run(5);
    expect(story.local()['INBOX']!.filter((line) => line.endsWith('no content'))).toHaveLength(1);
  });

  test('and whose data it does not give either is put aside', async () => {
    const story = await synced(5);
    story.mailbox.append('INBOX', mailOf(77), story.now);
    story.mailbox.append('INBOX', mailOf(78), story.now);
    story.fault = always('survey', (one) => ({ ...one, rows: one.rows.filter(({ uid }) => uid !== 6) }));
    await story.run(10);
    expect(story.local()['INBOX']!.filter((line) => line.endsWith('unreadable'))).toHaveLength(1);
    expect(story.store.facts.filter(({ fact }) => fact === 'unreadable')).toHaveLength(1);
    story.fault = (_, answer) => answer;
    await story.run(25 * 60);
    expect(story.local()).toEqual(story.remote());
  });
});

describe('when nothing has happened', () => {
  test.each([
    ['with QRESYNC', undefined],
    ['with CONDSTORE', ['CONDSTORE', 'LIST-STATUS'] as const],
  ])('a second round stores nothing of the mails: %s', async (_, extensions) => {
    const story = await synced(300, extensions);
    const before = story.store.writes.length;
    await story.run(60);
    const since = story.store.writes.slice(before);
    expect(
      since.filter((one) => one.write !== 'folders' && !(one.write === 'mirror' && isProof(one))),
    ).toEqual([]);
  });
});

const isProof = (write: {
  placed: readonly unknown[];
  flags: readonly unknown[];
  gone: readonly unknown[];
}) => write.placed.length + write.flags.length + write.gone.length === 0;
