import { describe, expect, it } from '@jest/globals';
import { decodeHeader } from './encoded-words.js';
import { readParameters } from './parameters.js';
import { binaryOf } from './transfer-encoding.js';

const raw = (text: string) => binaryOf(new TextEncoder().encode(text));

describe('a header field', () => {
  it.each([
    ['=?utf-8?B?4Lij4Lg=?= =?utf-8?B?ueC4mw==?=', 'รูป'],
    ['=?utf-8?Q?Fotos_f=C3?= =?utf-8?Q?=BCr_Samstag?=', 'Fotos für Samstag'],
    ['=?utf-8?Q?Fotos_f=C3?= =?UTF-8?B?vHI=?=', 'Fotos für'],
    ['=?iso-8859-1?Q?J=F6rg?= and =?utf-8*de?Q?Gr=C3=BC=C3=9Fe?=', 'Jörg and Grüße'],
    ['=?iso-8859-1?Q?J=F6?= =?utf-8?Q?rg?=', 'Jörg'],
    ['=?utf-8?Q?with blanks in it?=', 'with blanks in it'],
    ['Re:=?utf-8?Q?_glued?=on', 'Re: gluedon'],
    ['=?ISO-2022-JP?B?GyRCJUclIyVsGyhC?= =?ISO-2022-JP?B?GyRCJS8bKEI=?=', 'ディレク'],
    ['=?utf-8?Q??=', ''],
    ['=?nonsense?Q?a?= b', 'a b'],
    ['=?utf-8?X?a?=', '=?utf-8?X?a?='],
    [raw('Grüße – raw'), 'Grüße – raw'],
    ['J\u00f6rg', 'Jörg'],
  ])('%j says %j', (value, text) => expect(decodeHeader(value)).toBe(text));

  it('in raw octets goes by the encoding of the body', () => {
    expect(decodeHeader('\u00b2\u00e2\u00ca\u00d4', 'gbk')).toBe('测试');
  });

  it.each([
    ["attachment; filename*0*=utf-8''Vertrag%20M%C3%BC; filename*1=ller.pdf", 'Vertrag Müller.pdf'],
    ['attachment; filename*=utf-8\'de\'Vertrag%20M%C3%BCller.pdf; filename="poor.pdf"', 'Vertrag Müller.pdf'],
    ['attachment; filename*0="a;b"; filename*1=".pdf"', 'a;b.pdf'],
    ['attachment; filename="=?utf-8?Q?M=C3=BCller=2Epdf?="', 'Müller.pdf'],
    ['attachment; filename=two words.pdf', 'two words.pdf'],
    ['attachment; filename="a \\"quoted\\" name.pdf"', 'a "quoted" name.pdf'],
    ['attachment; filename="never closed.pdf', 'never closed.pdf'],
    [`attachment; filename="${raw('Übersicht.pdf')}"`, 'Übersicht.pdf'],
    ["attachment; filename*=iso-8859-1''M%FCller.pdf", 'Müller.pdf'],
  ])('names the file in %j: %s', (field, name) =>
    expect(readParameters(field).params.get('filename')).toBe(name),
  );

  it('has parameters under any name, and a prototype under none', () => {
    const { params } = readParameters('text/plain; __proto__=x; constructor=y; charset=utf-8 (comment)');
    expect([...params]).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['charset', 'utf-8'],
    ]);
  });
});
