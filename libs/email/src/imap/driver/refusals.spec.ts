import { CannotConnect, troubleOf } from './refusals.js';

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

  test.each([
    ['no such host', 'ENOTFOUND', 'lost', 'hostUnknown'],
    ['nobody answers', 'ECONNREFUSED', 'lost', 'unreachable'],
    ['a server without a word', 'GREETING_TIMEOUT', 'lost', 'silent'],
    ['a certificate for another name', 'ERR_TLS_CERT_ALTNAME_INVALID', 'refused', 'certificate'],
    ['a certificate of their own', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'refused', 'certificate'],
    ['no TLS on this port', 'ERR_SSL_WRONG_VERSION_NUMBER', 'refused', 'encryption'],
  ])('%s', (_, code, saw, cause) =>
    expect(troubleOf(Object.assign(new Error('x'), { code }), 0.5)).toEqual(
      expect.objectContaining({ saw, cause }),
    ),
  );

  test('a goodbye because of too many connections is not the end', () => {
    const error = { code: 'NoConnection', reason: '[LIMIT] Too many simultaneous connections' };
    expect(troubleOf(error, 0.5)).toEqual({ saw: 'refused', refusal: 'unavailable', reply: error.reason });
  });

  test('a sign-in that its provider has switched off', () => {
    const words = 'Application-specific password required: https://support.example/apps';
    expect(troubleOf({ authenticationFailed: true, response: words }, 0.5)).toEqual({
      ...{ saw: 'refused', refusal: 'signIn', cause: 'signInOff', reply: words },
    });
  });

  test('what the settings lack', () => {
    expect(troubleOf(new CannotConnect('expired', 'invalid_grant'), 0.5)).toEqual({
      ...{ saw: 'refused', refusal: 'person', cause: 'expired', reply: 'invalid_grant' },
    });
    expect(troubleOf(new CannotConnect('unreachable', 'away', true), 0.5)).toEqual({
      ...{ saw: 'lost', why: 'away', cause: 'unreachable', chance: 0.5 },
    });
  });
});
