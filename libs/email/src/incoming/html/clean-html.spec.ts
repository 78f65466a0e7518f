import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { cleanHtml } from './clean-html.js';
import { lieOf } from './link-lies.js';
import { mailDocument, withImages } from './mail-document.js';

const clean = (html: string) => cleanHtml(html).html;

describe('a mail’s HTML', () => {
  it.each([
    ['<p style="color:red;position:fixed;top:0">Hi</p>', '<p style="color:red">Hi</p>'],
    ['<p style="margin:-50px;padding:4px">Hi</p>', '<p style="padding:4px">Hi</p>'],
    [
      '<p style="background-color:#fff;background:url(http://x.test/a)">Hi</p>',
      '<p style="background-color:#fff">Hi</p>',
    ],
    ['<p style="color:\\72 ed">Hi</p>', '<p>Hi</p>'],
    [
      '<table background="http://x.test/a" width="600"><tr><td bgcolor="#eee">Hi</td></tr></table>',
      '<table width="600"><tr><td bgcolor="#eee">Hi</td></tr></table>',
    ],
    ['<p id="body" name="cookie" class="x" onclick="y()">Hi</p>', '<p>Hi</p>'],
    ['<style>p{background:url(http://x.test)}</style><p>Hi</p><script>alert(1)</script>', '<p>Hi</p>'],
    ['<form action="http://x.test"><input value="a"><button>Go</button></form>', 'Go'],
    ['<iframe src="http://x.test"></iframe><object data="http://x.test"></object><embed src="x">', ''],
    ['<svg><script>alert(1)</script></svg><math><mi>x</mi></math>Hi', 'Hi'],
    [
      '<link rel="stylesheet" href="http://x.test"><base href="http://x.test"><meta http-equiv="refresh" content="0;http://x.test">Hi',
      'Hi',
    ],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="java\nscript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
    ['<a href="#top">x</a><a href="/path">y</a>', '<a>x</a><a>y</a>'],
    [
      '<a href="mailto:mara@example.test">x</a>',
      '<a href="mailto:mara@example.test" target="_blank" rel="noreferrer noopener nofollow">x</a>',
    ],
    ['<b>never closed', '<b>never closed</b>'],
    ['Grüße & <3', 'Grüße &amp; &lt;3'],
  ])('%j shows as %j', (html, shown) => expect(clean(html)).toBe(shown));

  it('holds pictures back, and never shows those that only say that it was opened', () => {
    const html =
      '<img src="https://cdn.test/a.png" alt="A" srcset="https://cdn.test/b.png 2x"><img src="//cdn.test/c.png"><img src="cid:logo%40x">' +
      '<img src="https://t.test/open" width="1" height="1"><img src="https://t.test/o" style="display:none"><img src="data:image/gif;base64,R0lGOD">' +
      '<img src="data:image/svg+xml;base64,PHN2Zz4="><img src="file:///etc/passwd">';
    const cleaned = cleanHtml(html);
    expect(cleaned).toMatchObject({ heldImages: 2, trackers: 2, isCut: false });
    expect(cleaned.html).toBe(
      '<img alt="A" data-remote="https://cdn.test/a.png" /><img data-remote="https://cdn.test/c.png" /><img data-cid="logo@x" /><img src="data:image/gif;base64,R0lGOD" />',
    );
    const shown = withImages(cleaned.html, {
      part: (id) => (id === 'logo@x' ? '/parts/1?a=b&c' : undefined),
      remote: (url) => `/proxy?${encodeURIComponent(url)}`,
    });
    expect(shown).toContain('<img src="/parts/1?a=b&amp;c" />');
    expect(shown).toContain('src="/proxy?https%3A%2F%2Fcdn.test%2Fa.png"');
    expect(withImages(cleaned.html, { part: () => undefined, remote: () => undefined })).toBe(cleaned.html);
  });

  it.each([
    ['https://bank.example/login', 'https://evil.test/x', 'evil.test'],
    ['bank.example.com', 'https://bank.example.com.evil.com/x', 'bank.example.com.evil.com'],
    ['Log in at www.bank.com now', 'http://192.0.2.1:8080/', '192.0.2.1:8080'],
    ['www.bank.com', 'https://xn--bnk-sma.com/', 'xn--bnk-sma.com'],
    ['https://bank.com', 'https://login.bank.com/x', undefined],
    ['https://one.github.io', 'https://two.github.io', 'two.github.io'],
    ['See our prices', 'https://evil.test', undefined],
    ['invoice.pdf', 'https://files.test/invoice.pdf', undefined],
    ['Mr. Smith', 'https://x.test', undefined],
    ['bank.com', 'mailto:a@evil.com', undefined],
  ])('says of the link %j to %s where it leads: %s', (text, href, host) =>
    expect(lieOf(text.replace('bank.example/', 'bank.com/'), href)).toBe(host),
  );

  it('writes into a link that lies where it leads', () => {
    expect(clean('<a href="https://evil.com"><b>https://bank.com</b></a>')).toContain(
      '<a data-leads-to="evil.com" href="https://evil.com"',
    );
  });

  it('says what was more than is cleaned', () => {
    expect(cleanHtml(`<p>${'a'.repeat(300_000)}</p>`)).toMatchObject({ isCut: true });
    expect(cleanHtml(`Hi${'<div>'.repeat(5_000)}`)).toMatchObject({
      isCut: true,
      html: expect.stringContaining('Hi'),
    });
    expect(cleanHtml('<p>a'.repeat(5_000))).toMatchObject({ isCut: false });
    expect(cleanHtml('&'.repeat(256_000)).html.length).toBeLessThanOrEqual(1_280_000);
  });

  it('is shown in a document that loads nothing by itself', () => {
    expect(mailDocument('<p>Hi</p>', 'https://app.test')).toContain(
      "default-src 'none'; img-src https://app.test data:; style-src 'unsafe-inline'",
    );
  });

  it.each([
    ['brackets', '<'.repeat(256_000)],
    ['depth', '<div>'.repeat(50_000)],
    ['links', '<a href=http://a.b>http://c.d'.repeat(8_000)],
    ['attributes', `<p ${'a=b '.repeat(60_000)}>`],
    ['one style', `<p style="${'color:red;'.repeat(25_000)}">`],
    ['styles', '<p style="color:red">'.repeat(12_000)],
    ['entities', '&amp;'.repeat(50_000)],
    ['a data address', `<img src="data:image/png;base64,${'A'.repeat(250_000)}">`],
    ['quotes', `<img src="${'"'.repeat(200_000)}`],
    ['comments', '<!--'.repeat(60_000)],
  ])('is cleaned in time that its size bounds: %s', (_, html) => {
    const began = cpuClock();
    const { html: cleaned } = cleanHtml(html);
    withImages(cleaned, { part: () => '/x', remote: () => '/x' });
    expect(cpuClock() - began).toBeLessThan(1_500);
  });
});
