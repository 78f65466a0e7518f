import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../cpu-clock.fixture.js';
import { brandLayout } from '../message/index.js';
import { plainTextOf } from './index.js';

describe('the plain text of a mail', () => {
  it('says what the HTML says, in its order, with the links', () => {
    const html = brandLayout(
      { name: 'Sunday Studio', color: '#aa3300', signature: 'Jo\nSunday', locale: 'sv-SE' },
      {
        subject: 'Hi',
        preheader: 'Your booking',
        html:
          '<h1>Hello Mara</h1><p>See <a href="https://x.test/a?b=1">the plan</a>.</p><ul><li>one</li><li>two</li></ul>' +
          '<table><tr><td>Total</td><td>5 €</td></tr></table><img src="https://x.test/p.png" alt="A photo">',
      },
    );
    const text = plainTextOf(html);
    expect(text.replace(/\s+/g, ' ')).toBe(
      'Sunday Studio Hello Mara See the plan [https://x.test/a?b=1]. * one * two Total 5 € Jo Sunday',
    );
    expect(text).toMatch(/ \* one\n \* two\n/);
    expect(html).toContain('<html lang="sv-SE">');
  });

  it.each([
    ['deep', '<div>'.repeat(100_000)],
    ['wide', '<p>x</p>'.repeat(100_000)],
    ['half-open', '<'.repeat(500_000)],
    ['full of lists', '<ul><li>'.repeat(60_000)],
    ['full of blanks', `${' '.repeat(900_000)}x`],
  ])('does not hang on HTML that is %s', (_name, html) => {
    const started = cpuClock();
    plainTextOf(html);
    expect(cpuClock() - started).toBeLessThan(3_000);
  });
});
