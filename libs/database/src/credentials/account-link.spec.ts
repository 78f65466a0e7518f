import { describe, expect, it } from '@jest/globals';
import { accountToken, readAccountToken } from './account-link.js';

const secret = 'a secret of more than thirty-two characters';
const link = { id: '01890000-0000-7000-8000-000000000001', expiresAt: new Date('2027-03-01T12:00:00.123Z') };
const token = accountToken(secret, 'invitation', link);

describe('the token of a link', () => {
  it('tells its row and moment, and is the same each time', () => {
    expect(readAccountToken(secret, 'invitation', token)).toEqual(link);
    expect(accountToken(secret, 'invitation', link)).toBe(token);
    expect(token).toMatch(/^[\w.-]+$/);
  });

  const [id, until, proof] = token.split('.') as [string, string, string];
  it.each([
    ['for another purpose', secret, 'passwordReset', token],
    ['under another secret', `${secret}!`, 'invitation', token],
    ['for another row', secret, 'invitation', `${id.replace(/1$/, '2')}.${until}.${proof}`],
    ['for a later moment', secret, 'invitation', `${id}.${(parseInt(until, 36) + 1).toString(36)}.${proof}`],
    [
      'with another proof',
      secret,
      'invitation',
      `${id}.${until}.${proof.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    ],
    ['without a proof', secret, 'invitation', `${id}.${until}.`],
    ['with a longer proof', secret, 'invitation', `${token}A`],
    ['with something before', secret, 'invitation', ` ${token}`],
    ['in capitals', secret, 'invitation', token.toUpperCase()],
    ['of nothing', secret, 'invitation', ''],
  ] as const)('does not open %s', (_name, by, purpose, given) => {
    expect(readAccountToken(by, purpose, given)).toBeUndefined();
  });
});
