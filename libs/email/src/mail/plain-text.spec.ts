import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../cpu-clock.fixture.js';
import { brandLayout, plainTextOf } from './index.js';

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
    ['<p>Dear Mara,</p><p>see you<br>soon.</p>', 'Dear Mara,\n\nsee you\nsoon.'],
    ['<p>one<p>two', 'one\n\ntwo'],
    ['a<br><br>b<br><br><br><br><br>c', 'a\n\nb\n\n\nc'],
    ['  much \n\t space ', 'much space'],
    ['<b>bo</b>ld <i>and</i>, so', 'bold and, so'],
    ['<b>one</b> <i>two</i>', 'one two'],
    ['5 < 6 &amp; 7 &gt; 6, &euro; &#8364; &nbsp;x &nope; &', '5 < 6 & 7 > 6, € € \u00a0x &nope; &'],
    ['<a href="https://x.test">https://x.test</a>', 'https://x.test'],
    ['<a href="mailto:jo@x.test">jo@x.test</a>', 'jo@x.test'],
    ['<a href="https://x.test/?a=1&amp;b=2">Plan</a>, please', 'Plan [https://x.test/?a=1&b=2], please'],
    ["<A HREF='https://x.test'>Plan</A>", 'Plan [https://x.test]'],
    ['<a href=https://x.test>Plan', 'Plan [https://x.test]'],
    [
      '<a href="https://x.test/a">A <a href="https://x.test/b">B',
      'A [https://x.test/a] B [https://x.test/b]',
    ],
    ['<a href="https://x.test"><img src="p.png" alt="Photo"></a>', '[https://x.test]'],
    ['<a href="#top">up</a><a>no</a>', 'upno'],
    ['<ol start="3"><li>three<li>four</ol>five', '3. three\n 4. four\n\nfive'],
    ['<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>', '* a\n    * b\n * c'],
    ['x<blockquote>quoted<br>twice</blockquote>y', 'x\n\n> quoted\n> twice\n\ny'],
    ['x<blockquote><ul><li>a</blockquote>y', 'x\n\n>  * a\n\ny'],
    ['</p></li></ul></blockquote></a></b>x', 'x'],
    ['<pre>a\n  b</pre>c', 'a\n  b\n\nc'],
    ['a<hr>b', `a\n\n${'-'.repeat(40)}\n\nb`],
    ['a<!-- b --><!-->c<!--->d<!doctype x>e', 'acde'],
    ['a<!-- never closed <p>b</p>', 'a'],
    ['a<style>p { color: red }</style><script>"</p>"</script><title>t</title>b', 'ab'],
    ['a<STYLE>b</style >c', 'ac'],
    ['a<style>never closed', 'a'],
    ['<div class="x preheader">no<div>no</div>no</div>yes', 'yes'],
    ['a<p title="1 > 0">b</p>', 'a\n\nb'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><th>c<th>d</table>', 'a b\nc d'],
    ['<a< b="c>d">e', 'e'],
    ['a < b <3 c <', 'a < b <3 c <'],
    ['', ''],
    ['<p></p>', ''],
    [`<p>${'word '.repeat(20)}</p>`, `${'word '.repeat(15).trim()}\n${'word '.repeat(5).trim()}`],
    [`<p>${'x'.repeat(100)} y</p>`, `${'x'.repeat(100)}\ny`],
  ])('of %s', (html, text) => {
    expect(plainTextOf(html)).toBe(text);
  });

  const many = 200_000;
  it.each([
    ['deep', '<div>'.repeat(many)],
    ['wide', '<p>x</p>'.repeat(many)],
    ['half-open', '<'.repeat(many)],
    ['full of lists', '<ul><li>'.repeat(many)],
    ['full of closed lists', '<ul><li>x</li></ul>'.repeat(many)],
    ['full of items', '<li>'.repeat(many)],
    ['full of quotations', '<blockquote>x'.repeat(many)],
    ['full of blanks', `${' '.repeat(many)}x`],
    ['full of breaks', '<br>'.repeat(many)],
    ['full of tables in tables', '<table><tr><td>'.repeat(many)],
    ['never closed, and closed by others', '<b>'.repeat(33_000) + '</p>'.repeat(24_700)],
    ['opened alone', '<b>'.repeat(many)],
    ['closed by what was never opened', '<div>'.repeat(20_000) + '</x>'.repeat(20_000)],
    ['crossed', '<b>x</i>'.repeat(many)],
    ['crossed in lists', '<ul><li><blockquote>'.repeat(5_000) + '</li></blockquote>'.repeat(5_000)],
    ['closed alone', '</ul></li></blockquote></a>'.repeat(many)],
    ['full of attributes', `<p ${'a=1 '.repeat(many)}>x`],
    ['full of attributes without values', `<p ${'a '.repeat(many)}`],
    ['a tag full of blanks', `<p a${' '.repeat(many)}b>x`],
    ['a tag of slashes', `<p ${'/'.repeat(many)}>x`],
    ['full of open quotes', `<a href="'`.repeat(many)],
    ['full of values without ends', '<a href='.repeat(many)],
    ['full of links', '<a href="https://x.test">x</a>'.repeat(many)],
    ['full of open links', '<a href="https://x.test">x'.repeat(many)],
    ['full of open comments', '<!--'.repeat(many)],
    ['full of declarations', '<!x'.repeat(many)],
    ['full of styles', '<style>'.repeat(many)],
    ['full of half closed styles', `<style>${'</style'.repeat(many)}`],
    ['full of ampersands', '&'.repeat(many)],
    ['full of entities', '&notanentity'.repeat(many)],
    ['one word in pieces', '<b>x</b>'.repeat(many)],
    ['hidden many times', '<div class="preheader">'.repeat(many)],
  ])('takes no longer for HTML that is %s', (_name, html) => {
    const started = cpuClock();
    const text = plainTextOf(html);
    expect(cpuClock() - started).toBeLessThan(400);
    expect(text.length).toBeLessThanOrEqual(200_000);
  });
});
