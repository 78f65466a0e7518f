import { describe, expect, it } from '@jest/globals';
import { describeReason } from '@cueline/workflows';
import { verdictOf } from './verdict.js';

const script = 'https://script.google.com/macros/s/AKfycbwHDG7x7Jd81kkLz0/exec';

function stepOf(status: number, location: string | undefined, url = 'https://hooks.example.com/in') {
  const called = { url, host: new URL(url).host };
  const { type, reason } = verdictOf({ type: 'answered', status, answer: '', location }, called, 0);
  return { type, kind: reason.params!['kind'], message: describeReason(reason, 'en')[0]! };
}

describe('a webhook that is answered with a redirect', () => {
  it.each<[number, string | undefined, string, RegExp]>([
    [
      308,
      'https://www.hooks.example.com/in',
      'moved',
      /308 and leads to https:\/\/www\.hooks\.example\.com\/in, .* Enter this address\.$/,
    ],
    [301, 'https://hooks.example.com/in/', 'moved', /com\/in\/, .* Enter this address/],
    [301, 'https://other.example.net/v2/in', 'moved', /other\.example\.net\/v2\/in, .* Enter this address/],
    [302, 'https://www.hooks.example.com/in', 'moved', /Enter this address/],
    [307, '/in/', 'moved', /https:\/\/hooks\.example\.com\/in\/, .* Enter this address/],
    [308, '../v2/in', 'moved', /https:\/\/hooks\.example\.com\/v2\/in/],
    [308, '//www.example.net/in', 'moved', /https:\/\/www\.example\.net\/in/],
    [308, 'https://www.example.net/in?tenant=7', 'moved', /Enter the whole address that it leads to/],
    [
      302,
      'https://other.example.net/page',
      'elsewhere',
      /for now, to https:\/\/other\.example\.net\/page, .*find out/,
    ],
    [307, 'https://other.example.net/page', 'elsewhere', /find out from whoever runs it/],
    [303, 'https://hooks.example.com/jobs/7', 'output', /after taking the call/],
    [
      302,
      'https://script.googleusercontent.example/macros/echo?user_content_key=AbCd',
      'output',
      /googleusercontent\.example\/macros\/echo .*keep the address of the step/,
    ],
    [303, 'https://cdn.example.net/out?X-Amz-Signature=abc', 'output', /good for this one answer alone/],
    [307, 'https://bucket.example.net/put?signature=abc', 'oneTime', /good for this one call alone/],
    [302, '/login?next=%2Fin', 'signIn', /asks for sign-in at https:\/\/hooks\.example\.com\/login /],
    [302, 'https://accounts.google.com/ServiceLogin?continue=x', 'signIn', /asks for sign-in/],
    [303, 'https://login.microsoftonline.com/common', 'signIn', /asks for sign-in/],
    [302, '/users/sign_in', 'signIn', /asks for sign-in/],
    [301, '/in', 'loop', /back to the very same address/],
    [302, 'https://HOOKS.example.com:443/in#top', 'loop', /back to the very same address/],
    [301, 'http://hooks.example.com/in', 'notEncrypted', /without encryption/],
    [302, 'http://other.example.net/', 'notEncrypted', /https addresses alone/],
    [302, 'https://10.0.0.7/in', 'inside', /not on the public internet/],
    [302, 'http://169.254.169.254/latest/meta-data', 'inside', /not on the public internet/],
    [302, 'http://localhost:8080/', 'inside', /not on the public internet/],
    [302, 'https://[::1]/', 'inside', /not on the public internet/],
    [302, undefined, 'nowhere', /does not say where to/],
    [308, '', 'nowhere', /does not say where to/],
    [302, '   ', 'nowhere', /does not say where to/],
    [302, 'https://', 'unreadable', /no web address/],
    [302, 'javascript:alert(1)', 'unreadable', /no web address/],
    [302, 'mailto:a@example.com', 'unreadable', /no web address/],
    [302, 'https://a b/', 'unreadable', /no web address/],
    [300, 'https://hooks.example.com/a', 'choices', /several addresses/],
    [304, undefined, 'notModified', /not modified/],
    [305, 'https://proxy.example.com/', 'proxy', /through a proxy/],
    [306, 'https://hooks.example.com/a', 'unknown', /no answer to a webhook/],
    [399, undefined, 'unknown', /no answer to a webhook/],
  ])('%s to %s: %s', (status, location, kind, message) => {
    const step = stepOf(status, location);
    expect(step).toMatchObject({ type: 'failed', kind });
    expect(step.message).toMatch(message);
    expect(step.message).toMatch(new RegExp(`^hooks\\.example\\.com answered ${status}`));
    if (!['moved'].includes(kind)) expect(step.message).not.toMatch(/Enter this address/);
  });

  it('counts as taken by Google Apps Script, which answers so after it has run', () => {
    const step = stepOf(302, 'https://script.googleusercontent.com/macros/echo?user_content_key=x', script);
    expect(step.type).toBe('delivered');
    expect(step.message).toMatch(
      /^script\.google\.com has taken it\. It answered with a redirect after taking the call \(302\)/,
    );
    expect(stepOf(302, 'https://accounts.google.com/ServiceLogin', script)).toMatchObject({
      type: 'failed',
      kind: 'signIn',
    });
  });

  it('is no loop when its own query goes along to another address', () => {
    const called = 'https://hooks.example.com/in?token=abc';
    expect(stepOf(308, 'https://www.hooks.example.com/in?token=abc', called)).toMatchObject({
      kind: 'moved',
    });
  });

  it.each([
    ['https://u:pw@a.example.net/x', 'https://a.example.net/x'],
    ['https://a.example.net/x?key=s3cret#frag', 'https://a.example.net/x'],
    [
      'https://a.example.net/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
      'https://a.example.net/T00000000/B00000000/XXXX…',
    ],
    [
      'https://a.example.net/hook/6f1c0e5a9b7d4c3e8f60a1b2c3d4e5f6/run',
      'https://a.example.net/hook/6f1c…/run',
    ],
    ['https://a.example.net/0190c2f4-7b1e-7c3a-9d55-000000000001', 'https://a.example.net/0190…'],
    ['https://a.example.net/eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'https://a.example.net/eyJh…'],
    ['https://a.example.net/bot123456:ABC-DEF1234ghIkl/send', 'https://a.example.net/bot1…/send'],
    ['https://a.example.net/in;jsessionid=0A1B2C3D', 'https://a.example.net/in'],
    [
      'https://a.example.net/wedding-photos-2027/incoming',
      'https://a.example.net/wedding-photos-2027/incoming',
    ],
    [`https://a.example.net/${'ab/'.repeat(200)}`, `https://a.example.net/${'ab/'.repeat(59)}a…`],
    ['https://m\u00c3\u00bcnchen.example/caf\u00c3\u00a9', 'https://xn--mnchen-3ya.example/caf%C3%A9'],
  ])('shows %s without what may be secret', (location, shown) => {
    const { message } = stepOf(308, location);
    expect(message).toContain(` ${shown}`);
    expect(message).not.toMatch(/s3cret|:pw|jsession/);
  });
});
