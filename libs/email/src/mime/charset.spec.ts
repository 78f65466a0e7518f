import { describe, expect, it } from '@jest/globals';
import { decodeText, knownCharset } from './charset.js';

const octets = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('the letters of octets', () => {
  it.each([
    [
      'UTF-8 that says it is Latin',
      utf8('Grüße, Jörg • 12.–14. Juni'),
      'iso-8859-1',
      'Grüße, Jörg • 12.–14. Juni',
    ],
    ['UTF-8 that says nothing', utf8('Grüße'), undefined, 'Grüße'],
    ['UTF-8 that says ASCII', utf8('Grüße'), 'us-ascii', 'Grüße'],
    ['UTF-8 with its mark', octets('efbbbf4a61'), 'iso-8859-1', 'Ja'],
    ['UTF-16 with its mark', octets('fffe4a006100'), undefined, 'Ja'],
    ['UTF-16 that says so', octets('4a006100'), 'utf-16le', 'Ja'],
    ['Windows’ letters as ASCII', octets('93c4b76994'), 'us-ascii', '“Ä·i”'],
    ['Windows’ letters as Latin', octets('8030'), 'iso-8859-1', '€0'],
    ['another Latin', octets('b3f3dc6b61'), 'iso-8859-2', 'łóÜka'],
    ['Chinese that says so', octets('b2e2cad4'), 'gbk', '测试'],
    ['Chinese that is valid UTF-8 too', octets('c4a3'), 'gb2312', '模'],
    ['UTF-8 that says Chinese', utf8('我们星期六的照片'), 'gbk', '我们星期六的照片'],
    ['Japanese in seven bits', octets('1b2442255525391b2842'), 'iso-2022-jp', 'フス'],
    ['Japanese in seven bits that says nothing', octets('1b2442255525391b2842'), undefined, 'フス'],
    [
      'Japanese, its letters changed twice',
      octets('1b244225551b28421b244225391b2842'),
      'ISO-2022-JP',
      'フス',
    ],
    ['UTF-7', utf8('Gr+APwA3w-e'), 'utf-7', 'Grüße'],
    ['an unknown name', octets('4af67267'), 'x-unknown', 'Jörg'],
    ['a zero', octets('4a0061'), 'us-ascii', 'J\ufffda'],
    [
      'a letter that was cut',
      utf8('Grüße, schöne Grüße').subarray(0, 22),
      'utf-8',
      'Grüße, schöne Grü\ufffd',
    ],
  ])('%s', (_, given, declared, text) => expect(decodeText(given, declared)).toBe(text));

  it('are those of the rest of the mail where nothing is declared', () => {
    expect(decodeText(octets('b2e2cad4'), undefined, 'gbk')).toBe('测试');
    expect(decodeText(octets('b2e2cad4'), undefined)).toBe('²âÊÔ');
  });

  it('are guessed where there are enough of them', () => {
    const russian = 'Добрый день, спасибо за фотографии, мы очень довольны и хотим заказать больше';
    const koi8 = Uint8Array.from(
      Array.from(russian, (char) => koi8r.indexOf(char)).map((at, n) =>
        at < 0 ? russian.charCodeAt(n) : at + 0xc0,
      ),
    );
    expect(decodeText(koi8, undefined)).toBe(russian);
  });

  it('stay the same however often they were decoded', () => {
    const given = octets('93c4b76994');
    const all = new Set(Array.from({ length: 20_000 }, () => decodeText(given, 'windows-1252')));
    expect([...all]).toEqual(['“Ä·i”']);
  });

  it.each([
    ['"UTF-8"', 'utf-8'],
    [' Latin-1 ', 'windows-1252'],
    ['cp1252', 'windows-1252'],
    ['cp932', 'shift_jis'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['nonsense', undefined],
    ['__proto__', undefined],
  ])('%s is %s', (declared, name) => expect(knownCharset(declared)).toBe(name));
});

const koi8r = 'юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ';
