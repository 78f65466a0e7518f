import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { until } from '@cueline/testkit/until';
import { databaseSuite } from '../database-suite.fixture.js';
import { makeStudio } from '../studio.fixture.js';
import { Credentials } from './credentials.js';
import { KeyRing } from './key-ring.js';
import { rotateKeys } from './rotate-keys.js';

const suite = databaseSuite();
const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const [old, now, later] = [key('old', 1), key('now', 2), key('later', 3)];
const before = new KeyRing([old]);
const after = new KeyRing([now, old]);

let studioId: string;
beforeAll(async () => {
  studioId = (await makeStudio(suite.database.prisma, 'keys')).studio.id;
});

const make = async (many: number, ring: KeyRing) => {
  const credentials = new Credentials(suite.database.pool, ring);
  const ids: string[] = [];
  for (let i = 0; i < many; i++)
    ids.push(
      await credentials.create(studioId, { kind: 'password', secret: `password ${i}`, expiresAt: null }),
    );
  return ids;
};
const keysOf = async (ids: readonly string[]) =>
  (
    await suite.database.pool.query<{ key_id: string }>(
      'SELECT DISTINCT key_id FROM credentials WHERE id = ANY($1) ORDER BY 1',
      [ids],
    )
  ).rows.map(({ key_id }) => key_id);

describe('a rotation of keys', () => {
  it('seals all secrets anew while others are read and changed, and loses no change', async () => {
    const ids = await make(250, before);
    const credentials = new Credentials(suite.database.pool, after);
    let isOver = false;
    const wrong: string[] = [];
    const changed = new Set<number>();
    const reader = (async () => {
      for (let i = 0; !isOver; i = (i + 7) % ids.length) {
        const { secret } = (await credentials.open(studioId, ids[i]!))!;
        if (secret !== `password ${i}` && secret !== `changed ${i}`) wrong.push(secret);
      }
    })();
    // Processes of before the new key go on sealing with the old one.
    const writer = (async () => {
      for (const [n, ring] of [before, after, before, after].entries())
        for (let i = n; i < ids.length; i += 9) {
          await new Credentials(suite.database.pool, ring).replace(studioId, ids[i]!, `changed ${i}`);
          changed.add(i);
        }
    })();
    const first = await rotateKeys(suite.database.pool, after);
    await writer;
    const second = await rotateKeys(suite.database.pool, after);
    isOver = true;
    await reader;
    expect(wrong).toEqual([]);
    expect(first.resealed + second.resealed).toBeGreaterThanOrEqual(ids.length - changed.size);
    expect(await keysOf(ids)).toEqual(['now']);
    for (const [i, id] of ids.entries())
      expect((await credentials.open(studioId, id))!.secret).toBe(
        changed.has(i) ? `changed ${i}` : `password ${i}`,
      );
    expect(await rotateKeys(suite.database.pool, after)).toEqual({ resealed: 0, unopened: new Map() });
  });

  it('waits for whoever changes a secret at this moment', async () => {
    const [id] = await make(1, before);
    const connection = await suite.database.pool.connect();
    await connection.query('BEGIN');
    await new Credentials(connection, before).replace(studioId, id!, 'changed');
    const counted = jest.spyOn(suite.database.pool, 'query');
    const rotation = rotateKeys(suite.database.pool, after);
    await until('the rotation has found it locked', () => Promise.resolve(counted.mock.calls.length > 0));
    counted.mockRestore();
    await connection.query('COMMIT');
    connection.release();
    expect((await rotation).resealed).toBe(1);
    const opened = await new Credentials(suite.database.pool, new KeyRing([now])).open(studioId, id!);
    expect(opened?.secret).toBe('changed');
  });

  it('leaves what no key opens, and says with which key it was sealed', async () => {
    const lost = await make(2, new KeyRing([later]));
    const [id] = await make(1, before);
    expect(await rotateKeys(suite.database.pool, after)).toEqual({
      resealed: 1,
      unopened: new Map([['later', 2]]),
    });
    expect(await keysOf(lost)).toEqual(['later']);
    expect(await keysOf([id!])).toEqual(['now']);
  });
});
