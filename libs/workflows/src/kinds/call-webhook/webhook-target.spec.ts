import { describe, expect, it } from '@jest/globals';
import { parseHostList } from '@cueline/egress';
import { webhookTargetOf, type WebhookAllow } from './webhook-target.js';

const nobody: WebhookAllow = new Set();
const codeOf = (url: string, allow = nobody) => {
  const target = webhookTargetOf(url, allow);
  return target.ok ? 'ok' : target.code.replace('webhook.', '');
};

describe('where a webhook goes', () => {
  it.each([
    'https://hooks.example.com',
    'https://hooks.example.com:443/a?b=c',
    'https://hooks.example.com:8443/',
    'https://1.1.1.1/',
    'https://[2606:4700:4700::1111]/',
    'https://münchen.example/',
    'HTTPS://HOOKS.EXAMPLE.COM/',
  ])('%s is called', (url) => expect(codeOf(url)).toBe('ok'));

  it.each([
    ['noAddress', ['', '  ']],
    [
      'badAddress',
      [
        'hooks.example.com',
        '//hooks.example.com',
        'ftp://hooks.example.com/',
        'javascript:alert(1)',
        'https://',
        'https:///',
        'https://a b/',
        'https://1.1.1.256/',
        'https://[::1',
        'https://hooks.example.com:99999/',
      ],
    ],
    [
      'credentials',
      ['https://mara@hooks.example.com/', 'https://:x@hooks.example.com/', 'https://a.test@10.0.0.1/'],
    ],
    ['notEncrypted', ['http://hooks.example.com/', 'http://127.0.0.1/']],
    [
      'port',
      ['https://hooks.example.com:22/', 'https://hooks.example.com:80/', 'https://hooks.example.com:1023/'],
    ],
    // As browsers read them: decimal, hexadecimal, octal, short, with a dot at the end, in full width.
    [
      'inside',
      [
        'https://127.0.0.1/',
        'https://2130706433/',
        'https://0x7f000001/',
        'https://0177.0.0.1/',
        'https://127.1/',
        'https://127.0.0.1./',
        'https://１２７.0.0.1/',
        'https://[::1]/',
        'https://[::ffff:169.254.169.254]/',
        'https://[fd00:ec2::254]/',
        'https://localhost/',
        'https://localhost.:8443/',
        'https://a.localhost/',
      ],
    ],
  ])('%s', (code, urls) => {
    expect(urls.map((url) => [url, codeOf(url)])).toEqual(urls.map((url) => [url, code]));
  });

  it('is called wherever it is where the operator says so, and with nobody’s password even then', () => {
    const allow = parseHostList('Hooks.Inside.test:8080, 10.0.0.1\n[::1]:9000')!;
    const all = [
      'http://hooks.inside.test:8080/x',
      'http://10.0.0.1/',
      'https://10.0.0.1:25/',
      'http://[::1]:9000/',
    ];
    expect(all.map((url) => webhookTargetOf(url, allow))).toEqual(
      all.map((url) => expect.objectContaining({ ok: true, trusted: true, url })),
    );
    expect(codeOf('http://hooks.inside.test:8081/', allow)).toBe('notEncrypted');
    expect(codeOf('https://sub.10.0.0.1.test/', allow)).toBe('ok');
    expect(codeOf('http://a:b@10.0.0.1/', allow)).toBe('credentials');
    expect(webhookTargetOf('https://hooks.example.com/', allow)).toMatchObject({ trusted: false });
  });

  it('lets pass what an operator could allow, where nobody knows of an operator', () => {
    expect(webhookTargetOf('http://10.0.0.1:81/', undefined)).toMatchObject({ ok: true, trusted: false });
    expect(webhookTargetOf('ftp://10.0.0.1/', undefined)).toMatchObject({ ok: false });
  });

  it('leaves out what is not sent', () => {
    expect(webhookTargetOf('https://hooks.example.com/a#b', nobody)).toMatchObject({
      url: 'https://hooks.example.com/a',
      host: 'hooks.example.com',
    });
  });
});
