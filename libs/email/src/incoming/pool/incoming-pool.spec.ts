import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { binary, bombs, head, heavy, mailOf } from '../mails.fixture.js';
import { IncomingPool } from './incoming-pool.js';

/** A thread needs JavaScript: the built one. */
const entry = new URL('../../../dist/program/thread.js', import.meta.url);
const octets = (source: string) => Buffer.from(source, 'latin1');
const honest = octets(binary(mailOf(...head, '', 'Grüße')));

let pool: IncomingPool;
beforeAll(async () => {
  pool = new IncomingPool(entry, 2);
  // Its threads have their code from then on.
  await Promise.all(['a', 'b'].map((mailbox) => pool.read(mailbox, honest)));
});
afterAll(() => pool.close());

describe('the pool that reads mails', () => {
  it('reads one on a thread of its own, and gives the octets of its parts', async () => {
    expect(await pool.read('a', honest)).toMatchObject({
      state: 'read',
      mail: { text: 'Grüße', subject: 'Our Saturday' },
      reply: { text: 'Grüße', isWhole: true },
      shown: { html: '', heldImages: 0 },
    });
    expect(Buffer.from((await pool.part('a', honest, ''))!).toString()).toBe('Grüße');
  });

  it('sets twenty bombs aside, and reads the mails of others meanwhile', async () => {
    const all = [...Object.values(bombs), ...Object.values(bombs), ...Object.values(bombs).slice(0, 4)].map(
      (source) => octets(source()),
    );
    expect(all).toHaveLength(20);
    const exploding = (async () => {
      for (const raw of all) {
        expect(await pool.read('hostile', raw)).toMatchObject({ state: 'quarantined' });
      }
    })();
    const read = await Promise.all(Array.from({ length: 20 }, () => pool.read('honest', honest)));
    expect(new Set(read.map(({ state }) => state))).toEqual(new Set(['read']));
    await exploding;
  });

  it('reads what is only large', async () => {
    for (const source of Object.values(heavy))
      expect(await pool.read('large', octets(source()))).toMatchObject({ state: 'read' });
  });
});
