import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Browser } from '@cueline/testkit/browser';
import { PASSWORD, TestApi, type TestTenant } from '@cueline/testkit/test-api';

jest.setTimeout(120_000);
const WRONG = 'not the password';
let api: TestApi;
let studio: TestTenant;
/** Behind a proxy that is trusted, so that the test can come from many places. */
beforeAll(async () => {
  api = await TestApi.open({ TRUSTED_PROXIES: '127.0.0.0/8, ::1' });
  studio = await api.studio();
});
afterAll(() => api.close());
beforeEach(() => api.rows('DELETE FROM attempts'));

let places = 0;
const somewhere = () => `198.51.${Math.floor(++places / 200)}.${places % 200}`;
const from = (place: string, at: { readonly urls: { readonly api: string } } = api) =>
  new Browser(at, { 'x-forwarded-for': place });
const person = async () => (await studio.person('member', `jo-${randomUUID()}@people.test`)).email;
const counters = () => api.rows<{ count: number }>('SELECT count FROM attempts WHERE count > 0');
/** Fails as often as it may. @returns the answer after that */
async function fail(browser: Browser, email: string, times: number) {
  for (let n = 0; n < times; n++) expect((await browser.signIn(email, WRONG)).status).toBe(401);
  return browser.signIn(email, WRONG);
}

describe('failed sign-ins', () => {
  it('are counted for an account and a place, and the wait doubles', async () => {
    const [email, place] = [await person(), somewhere()];
    const waits: number[] = [];
    let answer = await fail(from(place), email, 5);
    for (let n = 0; n < 3; n++) {
      expect(answer).toMatchObject({ status: 429, body: { code: 'rate.limited' } });
      waits.push(Number(answer.retryAfter));
      // The right password waits as well, or guessing would go on.
      expect((await from(place).signIn(email, PASSWORD)).status).toBe(429);
      await api.rows(`UPDATE attempts SET blocked_until = now() - interval '1 ms'`);
      expect((await from(place).signIn(email, WRONG)).status).toBe(401);
      answer = await from(place).signIn(email, WRONG);
    }
    expect(waits[0]).toBeGreaterThan(25);
    expect(waits.map((wait) => Math.round(wait / 30))).toEqual([1, 2, 4]);
    expect((await from(somewhere()).signIn(email, PASSWORD)).status).toBe(200);
  });

  it('of many at the same moment are no more than of one after the other', async () => {
    const email = await person();
    const place = somewhere();
    const answers = await Promise.all(Array.from({ length: 30 }, () => from(place).signIn(email, WRONG)));
    const passed = answers.filter(({ status }) => status === 401);
    expect(passed).toHaveLength(5);
    for (const { status, retryAfter } of answers)
      if (status !== 401) expect([status, Number(retryAfter) > 0]).toEqual([429, true]);
  });

  it('are counted in all processes together', async () => {
    const [email, place, other] = [await person(), somewhere(), await api.another()];
    await fail(from(place), email, 3);
    expect(await fail(from(place, other), email, 1)).toMatchObject({ status: 429 });
  });

  it('of an account from many places are slowed down, and do not keep out its owner where it is known', async () => {
    const email = await person();
    const home = from(somewhere());
    expect((await home.signIn(email, PASSWORD)).status).toBe(200);
    const others = Array.from({ length: 30 }, () => from(somewhere()).signIn(email, WRONG));
    for (const { status } of await Promise.all(others)) expect(status).toBe(401);
    const answer = await from(somewhere()).signIn(email, WRONG);
    expect(answer.status).toBe(429);
    expect(Number(answer.retryAfter)).toBeLessThanOrEqual(120);
    expect((await home.signIn(email, PASSWORD)).status).toBe(200);
    expect((await fail(home, email, 5)).status).toBe(429);
  });

  it('of many accounts from one place are counted together, and its people with a known browser go on', async () => {
    const [email, place] = [await person(), somewhere()];
    const home = from(place);
    await home.signIn(email, PASSWORD);
    const others = Array.from({ length: 40 }, (_one, n) =>
      from(place).signIn(`nobody-${n}@people.test`, WRONG),
    );
    for (const { status } of await Promise.all(others)) expect(status).toBe(401);
    expect((await from(place).signIn(`nobody-${randomUUID()}@people.test`, WRONG)).status).toBe(429);
    expect((await home.signIn(email, PASSWORD)).status).toBe(200);
  });

  it('are forgotten by the right password, and successes are not counted', async () => {
    const [email, place] = [await person(), somewhere()];
    for (let n = 0; n < 8; n++) expect((await from(place).signIn(email, PASSWORD)).status).toBe(200);
    for (let n = 0; n < 4; n++) expect((await from(place).signIn(email, WRONG)).status).toBe(401);
    expect((await from(place).signIn(email, PASSWORD)).status).toBe(200);
    expect((await counters()).map(({ count }) => count)).toEqual([4, 4]);
    expect((await fail(from(place), email, 5)).status).toBe(429);
  });

  it('sound the same for an account that is there and one that is not, and no counter names either', async () => {
    const [email, nobody] = [await person(), `nobody-${randomUUID()}@people.test`];
    const sounds = [];
    for (const one of [email, nobody]) {
      const place = somewhere();
      const answers = [await from(place).signIn(one, WRONG), await fail(from(place), one, 4)];
      sounds.push(answers.map(({ status, body }) => ({ status, ...body, instance: '' })));
    }
    expect(sounds[0]!.map(({ status, title }) => [status, title])).toEqual(
      sounds[1]!.map(({ status, title }) => [status, title]),
    );
    const [row] = await api.rows<{ all: string }>(`SELECT string_agg(a::text, ' ') AS all FROM attempts a`);
    for (const word of ['people.test', '198.51']) expect(row!.all).not.toContain(word);
  });

  it('take about as long for an account that is there as for one that is not', async () => {
    const email = await person();
    const time = async (address: string) => {
      const begun = performance.now();
      await from(somewhere()).signIn(address, WRONG);
      return performance.now() - begun;
    };
    const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < 9; n++) {
      known.push(await time(email));
      unknown.push(await time(`nobody-${n}@people.test`));
    }
    // Without a hash for nobody it would be a tenth.
    expect(median(unknown)).toBeGreaterThan(median(known) / 3);
  });
});

describe('a known browser', () => {
  it.each([
    ['of another account', (mine: string) => mine],
    ['that is made up', () => `${'A'.repeat(22)}.${'A'.repeat(43)}`],
    ['that is empty', () => ''],
  ])('%s gives no attempts of its own', async (_name, forge) => {
    const [email, other] = [await person(), await person()];
    const home = from(somewhere());
    await home.signIn(other, PASSWORD);
    const cookie = forge(home.cookies.get('cueline.device')!);
    const place = somewhere();
    await fail(from(place), email, 5);
    const forged = from(place);
    forged.cookies.set('cueline.device', cookie);
    expect((await forged.signIn(email, PASSWORD)).status).toBe(429);
  });
});

describe('the place of a request', () => {
  const open = async (trusted: string) => TestApi.open({ TRUSTED_PROXIES: trusted });
  it.each([
    ['nobody is trusted', '', false],
    ['another proxy is trusted', '10.0.0.0/8', false],
    ['the proxy is trusted', '127.0.0.1', true],
  ])('is what X-Forwarded-For says only from a trusted proxy: %s', async (_name, trusted, believed) => {
    const own = await open(trusted);
    const email = `nobody-${randomUUID()}@people.test`;
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push((await from(somewhere(), own).signIn(email, WRONG)).status);
    expect(statuses.at(-1)).toBe(believed ? 401 : 429);
    await own.close();
  });

  it('is the last one that no trusted proxy wrote, whatever the client put before', async () => {
    const [email, place] = [await person(), somewhere()];
    for (let n = 0; n < 5; n++)
      expect((await from(`${somewhere()}, ${place}`).signIn(email, WRONG)).status).toBe(401);
    expect((await from(`${somewhere()}, ${place}`).signIn(email, WRONG)).status).toBe(429);
  });
});
