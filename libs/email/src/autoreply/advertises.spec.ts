import { describe, expect, it } from '@jest/globals';
import { advertises, hasLink, type AdvertisingSign } from './index.js';

describe('a name that is an advertisement', () => {
  it.each<[string, AdvertisingSign]>([
    ['You won 500 EUR https://prize.example.test', 'link'],
    ['http://prize.example.test', 'link'],
    ['HTTPS://PRIZE.EXAMPLE.TEST/X', 'link'],
    ['hxxp://prize.example.test', 'link'],
    ['hxxps://prize[.]example[.]test', 'link'],
    ['prize.example.test/x', 'link'],
    ['prize.example.test', 'link'],
    ['Visit prize.com now', 'link'],
    ['best-casino.xyz', 'link'],
    ['www.prize', 'link'],
    ['WWW . prize . com', 'link'],
    ['Mara www.prize.example', 'link'],
    ['prize . com', 'link'],
    ['prize .com', 'link'],
    ['prize[dot]com', 'link'],
    ['prize (dot) com', 'link'],
    ['prize dot com', 'link'],
    ['ｐｒｉｚｅ．ｃｏｍ', 'link'],
    ['prize。com', 'link'],
    ['prize․com', 'link'],
    ['pri\u200bze.c\u200bom', 'link'],
    ['рrizе.соm', 'link'],
    ['ехаmрlе.соm/win', 'link'],
    ['выигрыш.рф', 'link'],
    ['t.me/prize', 'link'],
    ['bit.ly/3abc', 'link'],
    ['goo.gl/x', 'link'],
    ['tg://join?invite=x', 'link'],
    ['prize.ru', 'link'],
    ['meinpreis.de', 'link'],
    ['192.0.2.17/x', 'link'],
    ['203.0.113.5', 'link'],
    ['xn--80ak6aa92e', 'link'],
    ['[url=https://x.example]Win[/url]', 'link'],
    ['[url]x[/url]', 'link'],
    ['<a href="x">Win</a>', 'link'],
    ['<b>Win</b>', 'link'],
    ['<script>x</script>', 'link'],
    ['[Win](x)', 'link'],
    ['javascript:alert(1)', 'link'],
    ['Mara mailto:x@y.example', 'link'],
    ['mara@prize.example', 'address'],
    ['write to sales@prize.com', 'address'],
    ['sales (at) prize.example', 'address'],
    ['@best_casino_bot', 'address'],
    ['Call +49 170 1234567', 'number'],
    ['0170/1234567', 'number'],
    ['٠١٧٠١٢٣٤٥٦٧', 'number'],
    ['WhatsApp 123-456-7890', 'number'],
    ['You won 500 EUR', 'money'],
    ['500€ for you', 'money'],
    ['$1000', 'money'],
    ['Win £ 250', 'money'],
    ['0.5 BTC waits', 'money'],
    ['Congratulations winner', 'money'],
    ['FREE BITCOIN', 'money'],
    ['Sie haben gewonnen Preis', 'money'],
    ['Вы выиграли приз', 'money'],
    ['Mara\r\nBcc: x', 'lines'],
    ['Mara\nWin', 'lines'],
    ['Mara\u2028Win', 'lines'],
    ['Mara\u0000', 'lines'],
    ['Mara \u202emoc.ezirp', 'lines'],
    ['Win!!!', 'symbols'],
    ['Mara ??', 'symbols'],
    ['*** Mara ***', 'symbols'],
    ['💰💰💰', 'symbols'],
    ['Mara 🎉 and 🎁 for 🆓', 'symbols'],
    ['Dear customer we have an excellent offer for your business this week only', 'long'],
    ['x'.repeat(200), 'long'],
  ])('%j: %s', (name, sign) => {
    expect(advertises(name)).toBe(sign);
  });

  it.each([
    'Mara Lindqvist',
    'Dr. Mara Lindqvist',
    'Lindqvist, Mara',
    'Mara\u00a0Lindqvist',
    'Mara\tLindqvist',
    ' Mara ',
    'Nguyễn Thị Lan',
    'mara and elis',
    'Mara & Elis',
    'Mara + Elis',
    'J.R. Smith',
    'J. R. R. Tolkien',
    'A.J.Smith',
    'St.John Rivers',
    'Mary St. James',
    'Prof. Dr. Anna-Maria Müller-Lüdenscheidt',
    'Max Mustermann jun.',
    'Anna B.Sc.',
    'Mr.T',
    'Dr.No',
    "O'Neil",
    'D’Angelo',
    'Henry VIII',
    'John Smith 3rd',
    'Mara (Lindqvist)',
    'Mara "Mimi" L.',
    'Jean-Luc Picard',
    'María del Carmen García-Hernández y Fernández de Córdoba',
    'Zoë 💍 Tom',
    'Mara ❤️ Elis 💒',
    'Сергей Королёв',
    'Ольга Орлова',
    'Γιώργος Παπαδόπουλος',
    '李小龍',
    '山田 太郎',
    'محمد الأمين',
    'Anna Win',
    'Thomas Prize',
    'Mr. Casino',
    'Müller GmbH & Co. KG',
    'Studio Nord e.V.',
    'Familie Weber, 2 Kinder',
    'Class of 2027',
    'Mara...',
    'me',
    'X Æ A-12',
  ])('%j is a name', (name) => {
    expect(advertises(name)).toBeUndefined();
  });

  it('knows a link in a text of many words, and no link in one without', () => {
    expect(hasLink('We marry on 12.6.2027 at 15.30, about 80 guests. Is that date free? Thanks, Mara')).toBe(
      false,
    );
    expect(hasLink('Our budget is 2.500 EUR. In May.Or June? e.g. the 3rd')).toBe(false);
    expect(hasLink('Claim it at prize.example.test/x today')).toBe(true);
  });

  it('takes no longer for a long one', () => {
    const began = performance.now();
    for (const part of ['a.', 'a-', 'https', '[', '<', '@', '1.', 'a dot ', ' .'])
      expect([advertises(part.repeat(5_000)), typeof hasLink(part.repeat(5_000))]).toEqual([
        'long',
        'boolean',
      ]);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
