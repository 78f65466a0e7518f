import { describe, expect, it } from '@jest/globals';
import { scriptedNetwork, type ScriptedNames } from '../network/scripted-network.fixture.js';
import { discover } from './discover.js';
import { endpointKey } from '../endpoint.js';

const never = new AbortController().signal;
const found = async (address: string, names: ScriptedNames = {}) => {
  const { smtp, imap, provider, ...rest } = await discover(scriptedNetwork(names), address, never);
  const keys = (all: typeof smtp) => all.map((one) => `${one.source} ${endpointKey(one)}`);
  return { ...rest, provider: provider?.name, smtp: keys(smtp), imap: keys(imap) };
};
const own = { mx: { 'studio.test': [{ exchange: 'mail.studio.test', priority: 10 }] } };

const config = `<?xml version="1.0"?><clientConfig version="1.1"><emailProvider id="studio.test">
  <displayShortName>Studio</displayShortName>
  <incomingServer type="pop3"><hostname>pop.studio.test</hostname><port>995</port><socketType>SSL</socketType></incomingServer>
  <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
  <outgoingServer type="smtp"><hostname>out.studio.test</hostname><port>587</port><socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username></outgoingServer>
  <outgoingServer type="smtp"><hostname>bare.studio.test</hostname><port>25</port><socketType>plain</socketType></outgoingServer>
</emailProvider></clientConfig>`;
const at = (url: string, xml: string) => ({ ...own, documents: { [url]: xml } });

describe('the settings of an address', () => {
  it('are known for a large provider, without a question to anybody', async () =>
    expect(await found('lena@gmail.com')).toMatchObject({
      provider: 'Google',
      smtp: ['table smtp.gmail.com:465:tls', 'table smtp.gmail.com:587:starttls'],
      imap: ['table imap.gmail.com:993:tls'],
    }));

  it.each([
    ['aspmx.l.google.com', 'Google Workspace', 'mx smtp.gmail.com:465:tls'],
    ['studio-test.mail.protection.outlook.com', 'Microsoft 365', 'mx smtp.office365.com:587:starttls'],
    ['mx00.kundenserver.de', 'IONOS', 'mx smtp.ionos.de:465:tls'],
    ['w0123456.kasserver.com', 'ALL-INKL', 'mx w0123456.kasserver.com:465:tls'],
    ['mx1.mail.hostpoint.ch', 'Hostpoint', 'mx asmtp.mail.hostpoint.ch:465:tls'],
    ['mx.notgoogle.com', undefined, undefined],
  ])('follow from the exchanger %s', async (exchange, provider, first) => {
    const mx = {
      'studio.test': [
        { exchange: `${exchange}.`, priority: 20 },
        { exchange: 'backup.test', priority: 30 },
      ],
    };
    const { provider: name, smtp } = await found('hello@studio.test', { mx });
    expect([name, smtp[0]]).toEqual([provider, first]);
  });

  it('are what the domain names, by priority; a dot names none', async () => {
    const srv = {
      '_submissions._tcp.studio.test': [
        { name: 'second.studio.test', port: 465, priority: 20 },
        { name: 'first.studio.test.', port: 465, priority: 10 },
      ],
      '_submission._tcp.studio.test': [{ name: '.', port: 0, priority: 0 }],
      '_imaps._tcp.studio.test': [{ name: 'imap.studio.test', port: 993, priority: 0 }],
    };
    expect(await found('hello@studio.test', { ...own, srv })).toMatchObject({
      smtp: ['srv first.studio.test:465:tls', 'srv second.studio.test:465:tls'],
      imap: ['srv imap.studio.test:993:tls'],
    });
  });

  it.each([
    ['https://autoconfig.studio.test/mail/config-v1.1.xml'],
    ['https://studio.test/.well-known/autoconfig/mail/config-v1.1.xml'],
  ])('are read from %s, the encrypted ones', async (url) => {
    const { smtp } = await discover(scriptedNetwork(at(url, config)), 'hello@studio.test', never);
    expect(smtp).toEqual([
      { host: 'out.studio.test', port: 587, security: 'starttls', user: 'hello', source: 'autoconfig' },
    ]);
  });

  it.each([
    ['has entities', `<!DOCTYPE x [<!ENTITY a "b">]>${config}`],
    ['is a website', '<html>Not found</html>'],
    ['names no host', config.replaceAll('out.studio.test', 'out studio')],
    ['ends early', config.slice(0, -400)],
    ['opens without end', `<clientConfig>${'<outgoingServer type="smtp">'.repeat(2_000)}`],
  ])('are not taken from a file that %s', async (_what, xml) =>
    expect(
      (await found('hello@studio.test', at('https://autoconfig.studio.test/mail/config-v1.1.xml', xml))).smtp,
    ).toEqual([]),
  );

  it('are guessed where the names exist, after all that is known', async () => {
    const names = {
      ...own,
      hosts: ['mail.studio.test'],
      srv: { '_submission._tcp.studio.test': [{ name: 'mail.studio.test', port: 587, priority: 0 }] },
    };
    expect(await found('hello@studio.test', names)).toMatchObject({
      smtp: ['srv mail.studio.test:587:starttls', 'guess mail.studio.test:465:tls'],
      imap: ['guess mail.studio.test:993:tls'],
    });
  });

  it('name the provider that was meant, where a domain takes no mail', async () =>
    expect(await found('lena@gmial.com')).toMatchObject({ takesMail: false, didYouMean: 'lena@gmail.com' }));

  it('keep a domain near a provider’s that takes mail', async () => {
    const mx = { 'gmial.com': [{ exchange: 'mx.gmial.com', priority: 1 }] };
    expect(await found('lena@gmial.com', { mx })).toMatchObject({ takesMail: true, didYouMean: undefined });
  });

  it('are found without a source that fails', async () => {
    const network = scriptedNetwork({ hosts: ['smtp.studio.test'] });
    const fails = () => Promise.reject(new Error('SERVFAIL'));
    const { smtp, takesMail } = await discover(
      { ...network, mx: fails, srv: fails },
      'hello@studio.test',
      never,
    );
    expect([smtp.length, takesMail]).toEqual([2, true]);
  });

  it('are not waited for any more once the search is called off', async () => {
    const called = new AbortController();
    const silent = () => new Promise<never>(() => called.abort());
    const network = { ...scriptedNetwork({}), srv: silent };
    await expect(discover(network, 'hello@studio.test', called.signal)).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
