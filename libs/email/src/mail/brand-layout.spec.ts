import { describe, expect, it } from '@jest/globals';
import { brandLayout } from './brand-layout.js';

describe('the brand’s frame', () => {
  const content = { html: '<p>Hello</p>', preheader: 'a < b', subject: 'Hi & bye' };

  it('carries name, colour, signature and preheader, each escaped', () => {
    const html = brandLayout({ name: 'Sun & Co', color: '#aa3300', signature: 'Jo\n<b>' }, content);
    expect(html).toContain('Sun &amp; Co');
    expect(html).toContain('#aa3300');
    expect(html).toContain('Jo<br>&lt;b&gt;');
    expect(html).toContain('a &lt; b');
    expect(html).toContain('<title>Hi &amp; bye</title>');
  });

  it('takes no style from a colour that is none, and leaves a whole document alone', () => {
    const style = { name: 'B', color: 'red;background:url(x)', signature: '' };
    expect(brandLayout(style, content)).not.toContain('url(x)');
    const own = '<!doctype html><html><body>mine</body></html>';
    expect(brandLayout(style, { ...content, html: own })).toBe(own);
  });
});
