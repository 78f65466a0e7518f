import { describe, expect, it } from '@jest/globals';
import { accountOf, holdTitle, meaning, outcome } from './hold-content.js';

describe('a hold', () => {
  it('leads to the account that holds, where it is one of the studio’s own', () => {
    const id = '01890000-0000-7000-8000-0000000000a1';
    expect(accountOf({ group: `account:smtp:${id}` })).toBe(id);
    expect(accountOf({ group: 'account:platform' })).toBeUndefined();
  });

  it.each([
    ['account', 'The sending account has a problem'],
    ['limit', 'Too many emails to one address'],
    ['firstContacts', 'Many automatic answers to new addresses'],
    ['record', 'Something changed after it was written'],
    ['somethingNew', 'Held until somebody decides'],
  ])('says its cause: %s', (cause, title) => {
    expect(holdTitle({ cause })).toBe(title);
  });

  it.each([
    [
      'release',
      'account',
      12,
      true,
      /^One of the 12 emails is tried now\. If the mail server accepts it, the others follow/,
    ],
    [
      'release',
      'account',
      1,
      true,
      /^The email is tried now\. If the mail server does not accept it, it is held again/,
    ],
    [
      'release',
      'account',
      2,
      false,
      /^The 2 emails are tried now\. If the mail server does not accept them, they are held again/,
    ],
    ['release', 'limit', 1, true, /^The email leaves now, although/],
    ['release', 'record', 1, true, /^The email leaves now all the same\.$/],
    ['release', 'firstContacts', 1_200, true, /^All 1,200 emails leave now, the earliest first/],
    ['skip', 'account', 1, true, /^This email is not sent, now or later\. Its workflow/],
    [
      'skip',
      'limit',
      3,
      false,
      /^These 3 emails are not sent, now or later\. Their workflows .* can’t be undone\.$/,
    ],
  ] as const)('says what it means to %s (%s, %d)', (type, cause, count, whole, said) => {
    expect(meaning(type, { cause }, count, whole)).toMatch(said);
  });

  it.each([
    ['release', 'account', 0, true, 'None of these emails was held any more.'],
    ['release', 'account', 12, true, 'One email is tried now. The others follow when it is accepted.'],
    ['release', 'account', 2, false, '2 emails are on the way.'],
    ['release', 'limit', 1, true, '1 email is on the way.'],
    ['skip', 'firstContacts', 2, true, '2 emails are not sent. The workflows go on.'],
  ] as const)('says what came of it (%s, %s, %d)', (type, cause, mails, whole, said) => {
    expect(outcome(type, { cause }, mails, whole)).toBe(said);
  });
});
