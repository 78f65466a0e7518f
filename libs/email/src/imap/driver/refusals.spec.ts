import { troubleOf } from './refusals.js';

describe('what has gone wrong', () => {
  test.each([
    ['a wrong password', { authenticationFailed: true, responseText: 'Invalid credentials' }, 'signIn'],
    [
      'a server that throttles',
      { authenticationFailed: true, responseText: 'Too many login attempts, try again later' },
      'unavailable',
    ],
    [
      'busy, by its code',
      { responseStatus: 'NO', serverResponseCode: 'INUSE', responseText: 'Locked' },
      'unavailable',
    ],
    [
      'no such folder',
      { responseStatus: 'NO', serverResponseCode: 'NONEXISTENT', responseText: 'x' },
      'folder',
    ],
    [
      'signed in, and no mailbox there',
      { responseStatus: 'BAD', responseText: 'User is authenticated but not connected.' },
      'unavailable',
    ],
    [
      'a code that is the name of something else',
      { responseStatus: 'NO', serverResponseCode: 'constructor' },
      'other',
    ],
  ])('%s', (_, error, refusal) =>
    expect(troubleOf(error, 0.5)).toEqual(expect.objectContaining({ saw: 'refused', refusal })),
  );

  test('a connection that is gone is no refusal', () => {
    const error = Object.assign(new Error('Connection not available'), { code: 'NoConnection' });
    expect(troubleOf(error, 0.5)).toEqual({ saw: 'lost', why: 'NoConnection', chance: 0.5 });
  });
});
