import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { holdsWord, wordLine } from '../index.js';

describe('a word of a rule in a text', () => {
  it.each([
    ['price', 'What is your price?'],
    ['PRICE', 'the price'],
    ['price', 'Price: 3'],
    ['price*', 'Prices, please'],
    ['price*', 'price'],
    ['how much', 'So how\n  much is it'],
    ['how much', '„How – much?“'],
    ["what's", 'What’s it for?'],
    ['preisliste', 'Eure PREISLISTE bitte'],
    ['verfügbar', 'Seid ihr verfugbar?'],
    ['verfugbar', 'Seid ihr verfu\u0308gbar?'],
    ['strasse', 'In welcher Straße?'],
    ['disponibilité', 'votre disponibilite'],
    ['цена', 'Какая ЦЕНА?'],
    ['τιμή', 'ποια είναι η τιμη;'],
    ['価格', 'お値段と価格を教えてください'],
    ['ราคา', 'ขอทราบราคาด้วย'],
    ['price', 'ｐｒｉｃｅ'],
    ['price', 'pri\u200bce'],
    ['2027', 'Summer 2027?'],
    ['foto-buch', 'ein Foto Buch'],
  ])('%j is in %j', (word, text) => expect(holdsWord(wordLine(text), word)).toBe(true));

  it.each([
    ['price', 'prices'],
    ['price', 'priceless'],
    ['rice', 'price'],
    ['rice*', 'prices'],
    ['how much', 'how very much'],
    ['how much', 'much how'],
    ['frei', 'freitags'],
    ['free', 'freedom'],
    ['', 'anything'],
    ['*', 'anything'],
    ['!?', '!?'],
    ['price', ''],
  ])('%j is not in %j', (word, text) => expect(holdsWord(wordLine(text), word)).toBe(false));

  it('takes no longer for a long text or an odd one', () => {
    const began = cpuClock();
    for (const part of ['a ', 'a\u0301', '価', '\u200b', '* ', 'ﬁ'])
      for (let n = 0; n < 20; n++) holdsWord(wordLine(part.repeat(20_000)), 'price*');
    expect(cpuClock() - began).toBeLessThan(4_000);
  });
});
