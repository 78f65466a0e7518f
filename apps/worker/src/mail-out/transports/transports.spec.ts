import { describe, expect, it } from '@jest/globals';
import type { MailTransport } from '@cueline/email/smtp';
import { platform, type Sender } from './sender.js';
import { fixedAccount, Transports } from './transports.js';

function scene() {
  const log: string[] = [];
  const open = (): MailTransport => {
    log.push('opened');
    return {
      deliver: () => Promise.resolve({ type: 'accepted', reply: '250 ok' }),
      close: () => log.push('closed'),
    };
  };
  const accounts = {
    platform: () => fixedAccount('platform', open),
    smtp: (_studioId: string, { accountId, accountRevision }: Sender) => ({
      ...fixedAccount(`smtp:${accountId}`, open),
      revision: accountRevision ?? 0,
    }),
  };
  return { log, transports: new Transports(accounts) };
}

describe('the transports of a worker', () => {
  it('are opened for the first mail of an account, and shared by its senders', () => {
    const { log, transports } = scene();
    expect(log).toEqual([]);
    const one = transports.for('', platform);
    expect(transports.for('studio', { ...platform, id: 'a row of senders' })).toBe(one);
    expect(log).toEqual(['opened']);
  });

  it('are all closed at the end', () => {
    const { log, transports } = scene();
    transports.for('', platform);
    transports.close();
    transports.close();
    expect(log).toEqual(['opened', 'closed']);
  });

  it('name the account whose trouble holds a mail', () => {
    expect(scene().transports.accountOf('', platform)).toBe('platform');
  });
});
