import { describe, expect, it } from '@jest/globals';
import { htmlOfText, textOfHtml } from './letter-text.js';

const cases: readonly (readonly [string, string])[] = [
  ['Hello Mara', '<p>Hello Mara</p>'],
  ['Hello\nMara\n\nSee you', '<p>Hello<br>\nMara</p>\n<p>See you</p>'],
  ['Hi {{ client.firstName }},', '<p>Hi {{ client.firstName }},</p>'],
  [
    'See {{ booking.title | default("it & all") }} & co',
    '<p>See {{ booking.title | default("it & all") }} &amp; co</p>',
  ],
  [
    'Look: https://sunday.example/a?b=1&c=2.',
    '<p>Look: <a href="https://sunday.example/a?b=1&amp;c=2">https://sunday.example/a?b=1&amp;c=2</a>.</p>',
  ],
  [
    'Bring\n\n- shoes\n- a "hat"\n\nBye',
    '<p>Bring</p>\n<ul>\n<li>shoes</li>\n<li>a &quot;hat&quot;</li>\n</ul>\n<p>Bye</p>',
  ],
  ['1 < 2 <b>', '<p>1 &lt; 2 &lt;b&gt;</p>'],
  ['', ''],
];

describe('what a person types', () => {
  it.each(cases)('%j becomes an email, and comes back', (text, html) => {
    expect(htmlOfText(text)).toBe(html);
    expect(textOfHtml(html)).toBe(text);
  });

  it('keeps no more blank lines than one between paragraphs', () => {
    expect(htmlOfText('  a\r\n\r\n \n\n b  ')).toBe('<p>a</p>\n<p>b</p>');
  });
});

describe('an email that is more than a text', () => {
  it.each([
    '<h1>Hello</h1>',
    '<p class="x">Hello</p>',
    '<p>a</p><p>b</p>',
    '<table><tr><td>a</td></tr></table>',
  ])('%s stays in its source', (html) => {
    expect(textOfHtml(html)).toBeNull();
  });
});
