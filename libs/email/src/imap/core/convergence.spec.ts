import { oneOf, randomOf, upTo } from '../../random.fixture.js';
import { mailOf } from '../simulated/mails.fixture.js';
import { operate } from '../simulated/others.fixture.js';
import { SimulatedMailbox } from '../simulated/simulated-mailbox.fixture.js';
import type { Extension } from '../simulated/simulated-server.fixture.js';
import { CONNECTED_AT, Story } from '../simulated/story.fixture.js';

const OPERATIONS = Number(process.env['SYNC_OPERATIONS'] ?? 500);
const SEEDS = Number(process.env['SYNC_SEEDS'] ?? 10);
const FIRST_SEED = Number(process.env['SYNC_SEED'] ?? 1);

async function converged(seed: number, extensions: readonly Extension[], cuts: number): Promise<Story> {
  const random = randomOf(seed);
  const mailbox = new SimulatedMailbox('Sent', 'Archive', 'Work');
  for (let n = 0; n < 40; n++)
    mailbox.append(oneOf(random, ['INBOX', 'Work']), mailOf(100_000 + n), CONNECTED_AT - n * 60_000_000);
  const story = new Story(mailbox, extensions);
  let left = OPERATIONS;
  story.fault = (_, answer) => {
    for (let some = upTo(random, 4); some > 0 && left > 0; some--, left--)
      operate(mailbox, random, left, story.now);
    return left > 0 && random() < cuts ? { saw: 'lost', why: 'cut', chance: random() } : answer;
  };
  // A worker that is killed and started again begins with what is stored.
  while (left > 0) await story.run(1 + upTo(random, 4));
  await story.run(40);
  return story;
}

const kinds: readonly (readonly [string, readonly Extension[], number])[] = [
  ['with QRESYNC', ['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'IDLE'], 0],
  ['with QRESYNC and names of folders', ['CONDSTORE', 'QRESYNC', 'OBJECTID', 'LIST-STATUS', 'IDLE'], 0.05],
  ['with CONDSTORE', ['CONDSTORE', 'LIST-STATUS', 'IDLE'], 0.05],
  ['with neither', ['LIST-STATUS', 'IDLE'], 0.05],
  ['with nothing at all', [], 0.1],
];

describe('after others have worked on the mailbox, what we know is what is there', () => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => FIRST_SEED + i);
  describe.each(kinds)('%s', (_, extensions, cuts) => {
    test.each(seeds)('seed %i', async (seed) => {
      const story = await converged(seed, extensions, cuts);
      expect(story.local()).toEqual(story.remote());
      const { news } = story.store;
      expect(news).toEqual([...new Set(news)]);
    });
  });
});
