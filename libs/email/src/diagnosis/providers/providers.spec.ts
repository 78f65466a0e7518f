import { expect, it } from '@jest/globals';
import { providerOfExchange, providerOfHost, providers } from './find-provider.js';

it('each provider can be told from the others, reached over encryption and signed in to', () => {
  expect(providers.length).toBeGreaterThanOrEqual(30);
  expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length);
  const domains = providers.flatMap((one) => one.domains);
  expect(new Set(domains).size).toBe(domains.length);
  for (const one of providers) {
    expect([one.id, one.domains.length + one.mx.length > 0]).toEqual([one.id, true]);
    expect(one.mx.filter((end) => providerOfExchange(`mx${end}`) !== one)).toEqual([]);
    const servers = [...one.smtp, ...(one.imap ? [one.imap] : [])];
    expect(servers.filter(({ security }) => security === 'none')).toEqual([]);
    // An app password is of no use to somebody who does not learn where it is made.
    expect([one.id, one.signIn[0] !== 'appPassword' || one.passwordPage !== undefined]).toEqual([
      one.id,
      true,
    ]);
    for (const page of [one.passwordPage, one.switchOnPage])
      if (page) expect(new URL(page).protocol).toBe('https:');
  }
});

it.each([
  ['smtp.gmail.com', 'Google'],
  ['imap.gmx.net', 'GMX'],
  ['w01.kasserver.com', 'ALL-INKL'],
  ['mail.studio.test', undefined],
])('the host %s is recognized', (host, name) => expect(providerOfHost(host)?.name).toBe(name));
