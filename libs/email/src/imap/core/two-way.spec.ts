import { oneOf, randomOf, upTo, type Random } from '../../random.fixture.js';
import { mailOf, sha256 } from '../simulated/mails.fixture.js';
import { operate } from '../simulated/others.fixture.js';
import type { DoneByUs } from '../simulated/simulated-changes.fixture.js';
import { SimulatedMailbox } from '../simulated/simulated-mailbox.fixture.js';
import type { Extension } from '../simulated/simulated-server.fixture.js';
import { CONNECTED_AT, Story } from '../simulated/story.fixture.js';

const OPERATIONS = Number(process.env['SYNC_OPERATIONS'] ?? 200);
const SEEDS = Number(process.env['SYNC_SEEDS'] ?? 5);
const FIRST_SEED = Number(process.env['SYNC_SEED'] ?? 1);
const FIRST_OF_OURS = 1_000_000;

/** What the owner does next in the product: with a mail that is shown, or by sending one. */
function act({ store, now }: Story, random: Random, n: number): void {
  const folders = store.folders();
  if (folders.length === 0) return;
  const { id } = oneOf(random, folders);
  const shown = store.placements.in(id).filter(({ content }) => content !== undefined);
  const dice = random();
  if (dice < 0.1) {
    const sent = folders.find(({ role }) => role === 'sent');
    if (!sent) return;
    const marks = [{ header: 'Message-ID', value: `<${FIRST_OF_OURS + n}@client.example>` }];
    store.commands.give(
      { kind: 'append', to: sent.id, marks, flags: ['\\Seen'], date: now, insteadOf: null, isSentCopy: true },
      mailOf(FIRST_OF_OURS + n),
    );
    return;
  }
  if (shown.length === 0) return;
  const mail = oneOf(random, shown);
  const flags = [oneOf(random, ['\\Seen', '\\Flagged'])];
  if (dice < 0.55) {
    const [add, remove] = random() < 0.6 ? [flags, []] : [[], flags];
    store.commands.give({ kind: 'flags', mail, add, remove });
  } else if (dice < 0.9) store.commands.give({ kind: 'move', mail, to: oneOf(random, folders).id });
  else store.commands.give({ kind: 'delete', mail });
}

async function worked(seed: number, extensions: readonly Extension[], cuts: number): Promise<Story> {
  const random = randomOf(seed);
  const mailbox = new SimulatedMailbox('Sent', 'Archive', 'Trash', 'Work');
  for (let n = 0; n < 40; n++)
    mailbox.append(
      oneOf(random, ['INBOX', 'Work', 'Trash']),
      mailOf(100_000 + n),
      CONNECTED_AT - n * 60_000_000,
    );
  const story = new Story(mailbox, extensions, { sentCopy: 'ours' });
  story.server.changes.isSilent = random() < 0.3;
  const isOurs = (bytes: Buffer) => /Text of 1\d{6}\./.test(bytes.toString());
  let left = OPERATIONS;
  story.fault = (_, answer) => {
    for (let some = upTo(random, 3); some > 0 && left > 0; some--, left--) {
      if (random() < 0.3) act(story, random, left);
      else operate(mailbox, random, left, story.now, isOurs);
    }
    return left > 0 && random() < cuts ? { saw: 'lost', why: 'cut', chance: random() } : answer;
  };
  while (left > 0) await story.run(1 + upTo(random, 4));
  // What has to be tried again waits.
  await story.run(2 * 60);
  return story;
}

const count = (done: readonly DoneByUs[], did: DoneByUs['did'], mail: string) =>
  done.filter((one) => one.did === did && one.mail === mail).length;

/** What our commands did to the server that nobody asked for. */
function notAsked({ store, server }: Story): unknown[] {
  const given = store.commands.all.map(({ want }) => want);
  const of = (mail: string) => given.filter((want) => 'mail' in want && want.mail.content === mail);
  const { done } = server.changes;
  return done.filter(({ did, mail, flag }) => {
    const wants = of(mail);
    if (did === 'flag') return !wants.some((want) => want.kind === 'flags' && want.add.includes(flag!));
    if (did === 'unflag') return !wants.some((want) => want.kind === 'flags' && want.remove.includes(flag!));
    if (did === 'append') return count(done, 'append', mail) > 1;
    if (did === 'copy') return !wants.some(({ kind }) => kind === 'move');
    // Each that went has come to lie elsewhere, or was to be deleted for ever.
    const deletions = wants.filter(({ kind }) => kind === 'delete').length;
    return did === 'expunge' && count(done, 'expunge', mail) > count(done, 'copy', mail) + deletions;
  });
}

const kinds: readonly (readonly [string, readonly Extension[], number])[] = [
  ['with everything', ['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'IDLE', 'MOVE', 'UIDPLUS'], 0],
  ['with broken connections', ['CONDSTORE', 'QRESYNC', 'LIST-STATUS', 'IDLE', 'MOVE', 'UIDPLUS'], 0.08],
  ['without MOVE', ['CONDSTORE', 'LIST-STATUS', 'IDLE', 'UIDPLUS'], 0.08],
  ['with nothing at all', [], 0.08],
];

describe('after an owner and others have worked on the mailbox at once', () => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => FIRST_SEED + i);
  describe.each(kinds)('%s', (_, extensions, cuts) => {
    test.each(seeds)('seed %i', async (seed) => {
      const story = await worked(seed, extensions, cuts);
      expect(story.store.commands.open()).toEqual([]);
      expect(notAsked(story)).toEqual([]);
      expect(story.local()).toEqual(story.remote());
      const { news } = story.store;
      expect(news).toEqual([...new Set(news)]);
      // The folder for it may be gone by then, or be another one to us.
      const isMissing = ({ want, end, bytes }: (typeof story.store.commands.all)[number]) =>
        want.kind === 'append' &&
        end?.to === 'done' &&
        count(story.server.changes.done, 'append', sha256(bytes!)) !== 1;
      expect(story.store.commands.all.filter(isMissing)).toEqual([]);
    });
  });
});
