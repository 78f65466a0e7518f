import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-link.js';

const secret = 'a secret of more than thirty-two characters';
const link = { studioId: randomUUID(), sendKey: randomBytes(32).toString('hex') };

describe('the token of an unsubscribe link', () => {
  it('says which mail of which studio it was made for, and is the same each time', () => {
    const token = unsubscribeToken(secret, link);
    expect(token).toMatch(/^[\w-]{86}$/);
    expect(readUnsubscribeToken(secret, token)).toEqual(link);
    expect(unsubscribeToken(secret, link)).toBe(token);
  });

  it('is refused when anything of it was changed, or another secret made it', () => {
    const token = unsubscribeToken(secret, link);
    for (let i = 0; i < token.length - 1; i++) {
      const other = token[i] === 'A' ? 'B' : 'A';
      expect(readUnsubscribeToken(secret, token.slice(0, i) + other + token.slice(i + 1))).toBeUndefined();
    }
    expect(readUnsubscribeToken(`${secret}!`, token)).toBeUndefined();
    for (const no of ['', 'x', token.slice(1), `${token}A`, `${token.slice(0, -1)}=`])
      expect(readUnsubscribeToken(secret, no)).toBeUndefined();
  });
});
