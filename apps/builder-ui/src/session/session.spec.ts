import { beforeEach, describe, expect, it } from '@jest/globals';
import { Session, type Person } from './session.js';

const lena: Person = { userId: 'u1', name: 'Lena', email: 'lena@x.test', studioId: 's1', studio: 'Sunday' };
const noah: Person = { ...lena, userId: 'u2', name: 'Noah', email: 'noah@x.test' };

let session: Session;
beforeEach(() => {
  session = new Session();
});

describe('the session of a page', () => {
  it('does not end before it has begun: then there is only the sign-in', () => {
    session.ended();
    expect(session.view()).toEqual({ type: 'unknown' });
  });

  it('goes on for the person who opened the page', async () => {
    session.found(lena);
    session.ended();
    expect(session.view()).toEqual({ type: 'ended', person: lena });
    let restored = false;
    const waiting = session.restored().then(() => (restored = true));
    session.found(noah);
    await Promise.resolve();
    expect(session.view()).toEqual({ type: 'other', person: lena, other: noah });
    expect(restored).toBe(false);
    session.found({ ...lena, name: 'Lena B.' });
    await waiting;
    expect(session.view()).toMatchObject({ type: 'in', person: { name: 'Lena B.' } });
  });

  it.each([
    ['another person', noah],
    ['another studio', { ...lena, studioId: 's2' }],
  ])('is not taken over by %s', (_, other) => {
    session.found(lena);
    session.found(other);
    expect(session.view()).toEqual({ type: 'other', person: lena, other });
  });

  it('says once that it has ended, however many requests find out', () => {
    session.found(lena);
    let calls = 0;
    session.subscribe(() => calls++);
    for (let n = 0; n < 5; n++) session.ended();
    expect(calls).toBe(1);
  });

  it('has nothing to wait for while it lasts', async () => {
    session.found(lena);
    await expect(session.restored()).resolves.toBeUndefined();
  });
});
