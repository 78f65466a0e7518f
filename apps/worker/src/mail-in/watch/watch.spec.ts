import { describe, expect, test } from '@jest/globals';
import { until } from '@cueline/testkit/until';
import { mirrorSuite } from '../mirror/mirror-suite.fixture.js';
import { WatchedMailbox } from './watch-suite.fixture.js';

const watched = new WatchedMailbox(mirrorSuite());
const yesterday = () => new Date(Date.now() - 86_400_000);

describe('a mailbox that a worker watches', () => {
  test('is read, and then each new mail is here at once', async () => {
    const { mailbox } = watched;
    await watched.withPassword();
    for (let n = 1; n <= 60; n++) await mailbox.append(n, [], yesterday());
    let stored = 0;
    await watched.begin({ onContents: () => stored++ });
    const live = await watched.until('live');
    expect(live).toMatchObject({ cause: null, import_done: 60, import_total: 60 });
    await until('a proof is written', async () => (await watched.look()).proven_at !== null);
    await watched.untilEqual();
    expect(await mailbox.texts('news')).toEqual([]);
    stored = 0;
    await mailbox.append(99);
    await until('it is here', async () => (await mailbox.texts('news')).length > 0, 3_000);
    expect(await mailbox.texts('news')).toEqual(['Text 99']);
    expect(stored).toBe(1);
    await until('its lag is written', async () => (await watched.look()).lag_ms !== null);
    // The server’s own time has whole seconds.
    expect((await watched.look()).lag_ms).toBeLessThan(3_000);
    await watched.untilEqual();
  });

  test('is let go by a worker that ends, and taken by another', async () => {
    const { mailbox } = watched;
    await watched.withPassword();
    const first = await watched.begin();
    await watched.until('live');
    const { holder } = await watched.look();
    await watched.begin();
    await watched.end(first);
    const isTaken = async () => {
      const now = (await watched.look()).holder;
      return now !== null && now !== holder;
    };
    await until('the other has it', isTaken, 5_000);
    await mailbox.append(1);
    await watched.untilEqual();
    const workers = await mailbox.studio.rows('SELECT 1 FROM mail_workers');
    expect(workers).toHaveLength(1);
  });

  test('is let go while a person has paused it, and goes on afterwards', async () => {
    const { mailbox } = watched;
    await watched.withPassword();
    await watched.begin();
    await watched.until('live');
    await watched.change(`state = 'paused'`);
    await until('nobody holds it', async () => (await watched.look()).holder === null, 5_000);
    await mailbox.append(1);
    await watched.change(`state = 'connecting'`);
    await watched.until('live');
    await watched.untilEqual();
    expect(await mailbox.texts('news')).toEqual(['Text 1']);
  });

  test('is read by its new settings at once', async () => {
    await watched.begin();
    const before = await watched.until('needs_you');
    expect(before).toMatchObject({ cause: 'signIn', reply: 'No password is stored.' });
    await watched.withPassword();
    expect(await watched.until('live')).toMatchObject({ cause: null, reply: null, waiting_until: null });
  });

  test('is not read any more when it was removed', async () => {
    const { mailbox } = watched;
    await watched.withPassword();
    const worker = await watched.begin();
    await watched.until('live');
    await mailbox.studio.rows('DELETE FROM mailboxes WHERE id = $1', mailbox.key.mailboxId);
    await watched.end(worker);
    expect(await mailbox.studio.rows('SELECT 1 FROM mailbox_leases')).toEqual([]);
  });
});
