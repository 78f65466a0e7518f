import { domainToASCII, domainToUnicode } from 'node:url';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asciiDomain, readableDomain } from './index.js';

it.each([
  ['xn--mnchen-3ya.example', 'münchen.example'],
  ['XN--MNCHEN-3YA.example', 'münchen.example'],
  ['xn--e1afmkfd.xn--p1ai', 'пример.рф'],
  ['xn--r8jz45g.xn--zckzah', '例え.テスト'],
  ['xn--mgbh0fb.xn--kgbechtv', 'مثال.إختبار'],
  ['xn--fiqs8s', '中国'],
  ['xn--i-7iq.example', 'i❤.example'],
  ['shop.xn--bcher-kva.example', 'shop.bücher.example'],
  ['example.test', 'example.test'],
  ['xn--zzzz.test', 'xn--zzzz.test'],
  ['xn--.test', 'xn--.test'],
  ['xn--99999999999999.test', 'xn--99999999999999.test'],
])('%s is read as %s', (name, letters) => expect(readableDomain(name)).toBe(letters));

it.each(['xn--zzzz.test', 'xn--.test', 'xn--a.test', 'xn--0.test', 'xn--99999999.test', 'xn--abc-.test'])(
  '%s is the name of no domain, whatever the engine thinks',
  (name) => expect(asciiDomain(name)).toBe(''),
);

it('reads names as Node does', () => {
  const label = fc.array(fc.constantFrom(...'abcüéßøłжяあ漢字한गأ'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(label, (letters) => {
      const name = asciiDomain(`${letters.join('')}.test`);
      fc.pre(name !== '');
      expect(name).toBe(domainToASCII(name));
      expect(readableDomain(name)).toBe(domainToUnicode(name));
    }),
  );
});
