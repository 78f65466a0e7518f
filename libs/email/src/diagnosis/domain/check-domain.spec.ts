import { describe, expect, it } from '@jest/globals';
import { scriptedNetwork } from '../network/scripted-network.fixture.js';
import { providers } from '../providers/find-provider.js';
import type { Provider } from '../providers/provider.js';
import { checkDomain } from './check-domain.js';
import { sendingRecords } from './sending-records.js';

const google = providers.find(({ id }) => id === 'googleWorkspace');
type Txt = Readonly<Record<string, readonly string[]>>;

async function check(
  which: 'spf' | 'dkim' | 'dmarc',
  txt: Txt,
  domain = 'studio.test',
  provider: Provider | null = google ?? null,
) {
  const { findings } = await checkDomain(scriptedNetwork({ txt }), domain, provider ?? undefined);
  return findings.find((one) => one.check === which);
}
const spf = (...records: string[]): Txt => ({ 'studio.test': ['google-site-verification=1', ...records] });
const ten = Array.from({ length: 11 }, (_, i) => `include:s${i}.test`).join(' ');

describe('SPF', () => {
  it.each([
    ['none', spf(), 'missing', 'v=spf1 include:_spf.google.com ~all'],
    ['the provider', spf('v=spf1 include:_spf.google.com ~all'), 'ok', undefined],
    [
      'the provider, further down',
      { ...spf('v=spf1 include:all.test -all'), 'all.test': ['v=spf1 include:_spf.google.com ~all'] },
      'ok',
      undefined,
    ],
    [
      'the provider, by redirect',
      { ...spf('v=spf1 redirect=all.test'), 'all.test': ['v=spf1 include:_SPF.google.com ~all'] },
      'ok',
      undefined,
    ],
    [
      'others',
      spf('v=spf1 mx include:other.test -all'),
      'wrong',
      'v=spf1 mx include:other.test include:_spf.google.com -all',
    ],
    ['nobody at the end', spf('v=spf1 a'), 'wrong', 'v=spf1 a include:_spf.google.com'],
    ['two records', spf('v=spf1 -all', 'v=spf1 include:_spf.google.com ~all'), 'wrong', undefined],
    ['everybody', spf('v=spf1 include:_spf.google.com +all'), 'wrong', undefined],
    ['too many', spf(`v=spf1 ${ten} ~all`), 'wrong', undefined],
    [
      'itself, for ever',
      spf('v=spf1 include:studio.test ~all'),
      'wrong',
      'v=spf1 include:studio.test include:_spf.google.com ~all',
    ],
  ])('that names %s', async (_what, txt: Txt, state, value) => {
    const found = await check('spf', txt);
    expect(found).toMatchObject({ state });
    expect(found?.add?.value).toBe(value);
  });

  it('of a provider that is not known is told as it is', async () =>
    expect(await check('spf', spf('v=spf1 mx -all'), 'studio.test', null)).toMatchObject({
      state: 'ok',
      add: null,
    }));
});

describe('DKIM', () => {
  const key = 'v=DKIM1; k=rsa; p=MIIBIjANBg';
  it.each([
    ['the provider’s selector', { 'google._domainkey.studio.test': [key] }, google, 'ok'],
    ['a usual selector', { 's1._domainkey.studio.test': [key] }, undefined, 'ok'],
    ['no selector', {}, google, 'missing'],
    ['a key that was withdrawn', { 'google._domainkey.studio.test': ['v=DKIM1; p='] }, google, 'missing'],
    ['no selector that anybody could know', {}, undefined, 'unknown'],
  ])('under %s', async (_what, txt: Txt, provider, state) =>
    expect((await checkDomain(scriptedNetwork({ txt }), 'studio.test', provider)).findings[1]).toMatchObject({
      check: 'dkim',
      state,
    }),
  );
});

describe('DMARC', () => {
  it.each([
    ['none', {}, 'missing', '_dmarc.mail.studio.test'],
    ['a policy', { '_dmarc.mail.studio.test': ['v=DMARC1; p=reject'] }, 'ok', undefined],
    ['the policy of the domain above', { '_dmarc.studio.test': ['v=DMARC1;p=none'] }, 'ok', undefined],
    [
      'no policy in it',
      { '_dmarc.mail.studio.test': ['v=DMARC1; rua=mailto:a@b.test'] },
      'wrong',
      '_dmarc.mail.studio.test',
    ],
    [
      'two',
      { '_dmarc.mail.studio.test': ['v=DMARC1; p=none', 'v=DMARC1; p=none'] },
      'wrong',
      '_dmarc.mail.studio.test',
    ],
  ])('with %s', async (_what, txt: Txt, state, name) => {
    const found = await check('dmarc', txt, 'mail.studio.test');
    expect(found).toMatchObject({ state });
    expect(found?.add?.name).toBe(name);
  });
});

it('a provider’s own domain is the provider’s to set up', async () =>
  expect(await checkDomain(scriptedNetwork({}), 'gmail.com', google)).toEqual({
    domain: 'gmail.com',
    isOwn: false,
    findings: [],
  }));

it('name servers that do not answer leave it open', async () => {
  const network = { ...scriptedNetwork({}), txt: () => Promise.reject(new Error('SERVFAIL')) };
  const { findings } = await checkDomain(network, 'studio.test', google);
  expect(findings.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown']);
});

it('every provider with records to check is in the table', () => {
  const ids = new Set(providers.map(({ id }) => id));
  expect(Object.keys(sendingRecords).filter((id) => !ids.has(id))).toEqual([]);
});
