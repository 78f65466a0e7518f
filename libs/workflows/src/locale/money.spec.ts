import { describe, expect, it } from '@jest/globals';
import { currencyCodes, currencyDigits, formatMoney, fromMinor, readCurrency, toMinor } from './index.js';

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const shown = (amountMinor: number, currency: string, locale: string) =>
  plain(formatMoney({ amountMinor, currency }, locale));

describe('money', () => {
  it.each([
    [12_500_000, 'HUF', 'hu-HU', '125 000 Ft'],
    [12_500_050, 'HUF', 'hu-HU', '125 000,50 Ft'],
    [12_500_000, 'HUF', 'en-GB', 'HUF 125,000'],
    [12_500_000, 'COP', 'es-CO', '$ 125.000'],
    [12_500_000, 'PKR', 'en-PK', 'Rs 125,000'],
    [12_500_000, 'IDR', 'id-ID', 'Rp 125.000'],
    [12_500_000, 'ALL', 'en', 'ALL 125,000'],
    [12_500_000, 'AFN', 'en', 'AFN 125,000'],
    [12_500_000, 'IQD', 'en', 'IQD 12,500'],
    [12_500_001, 'IQD', 'en', 'IQD 12,500.001'],
    [12_500_000, 'IRR', 'en', 'IRR 125,000'],
    [12_500_000, 'LBP', 'en', 'LBP 125,000'],
    [12_500_000, 'MMK', 'en', 'MMK 125,000'],
    [12_500_000, 'MGA', 'en', 'MGA 125,000'],
    [12_500_000, 'SYP', 'en', 'SYP 125,000'],
    [12_500_000, 'YER', 'en', 'YER 125,000'],
    [12_500_000, 'SOS', 'en', 'SOS 125,000'],
    [12_500_000, 'LAK', 'en', 'LAK 125,000'],
    [12_500_000, 'KPW', 'en', 'KPW 125,000'],
    [12_500_000, 'RSD', 'en', 'RSD 125,000.00'],
    [12_500_000, 'EUR', 'de-DE', '125.000,00 €'],
    [12_500_000, 'EUR', 'en-IE', '€125,000.00'],
    [12_500_000, 'USD', 'en-US', '$125,000.00'],
    [12_500_000, 'SEK', 'sv-SE', '125 000,00 kr'],
    [12_500_000, 'TWD', 'zh-TW', '$125,000.00'],
    [125_000, 'JPY', 'en', '¥125,000'],
    [125_000, 'KRW', 'en', '₩125,000'],
    [125_000, 'VND', 'vi-VN', '125.000 ₫'],
    [125_000, 'CLP', 'es-CL', '$125.000'],
    [125_000, 'ISK', 'is-IS', '125.000 kr.'],
    [125_000, 'UGX', 'en', 'UGX 125,000'],
    [125_000, 'XAF', 'fr-CM', '125 000 FCFA'],
    [125_000, 'XOF', 'en', 'F CFA 125,000'],
    [125_000, 'XPF', 'en', 'CFPF 125,000'],
    [125_000, 'PYG', 'en', 'PYG 125,000'],
    [125_000, 'RWF', 'en', 'RWF 125,000'],
    [12_500, 'BHD', 'en', 'BHD 12.500'],
    [12_500, 'KWD', 'en', 'KWD 12.500'],
    [12_500, 'OMR', 'en', 'OMR 12.500'],
    [12_500, 'JOD', 'en', 'JOD 12.500'],
    [12_500, 'TND', 'en', 'TND 12.500'],
    [12_500, 'LYD', 'en', 'LYD 12.500'],
    [125_000, 'CLF', 'en', 'CLF 12.5000'],
    [125_000, 'UYW', 'en', 'UYW 12.5000'],
    [0, 'EUR', 'en', '€0.00'],
    [0, 'HUF', 'hu-HU', '0 Ft'],
    [1, 'EUR', 'en', '€0.01'],
    [1, 'HUF', 'en', 'HUF 0.01'],
    [1, 'KWD', 'en', 'KWD 0.001'],
    [-12_500, 'EUR', 'en', '-€125.00'],
    [-5, 'EUR', 'en', '-€0.05'],
    [Number.MAX_SAFE_INTEGER, 'EUR', 'en', '€90,071,992,547,409.91'],
    [Number.MAX_SAFE_INTEGER, 'KWD', 'en', 'KWD 9,007,199,254,740.991'],
  ])('%d minor units of %s in %s are %s', (minor, currency, locale, text) =>
    expect(shown(minor, currency, locale)).toBe(text),
  );

  it.each(currencyCodes)('%s keeps each minor unit, typed and written', (currency) => {
    const digits = currencyDigits.get(currency)!;
    const unit = 10 ** digits;
    for (const minor of [0, 1, unit - 1, unit, 123_456_789, 10_000 * unit])
      expect(toMinor(fromMinor(minor, currency), currency)).toBe(minor);
    // What is written, read back digit by digit, is the amount.
    for (const minor of [1, unit, 123_456_789, 125_000 * unit]) {
      const [whole = '', fraction = ''] = shown(minor, currency, 'en')
        .replace(/^\D*|,/g, '')
        .split('.');
      expect(Number(`${whole}${fraction.padEnd(digits, '0')}`)).toBe(minor);
      expect([0, digits]).toContain(fraction.length);
    }
  });

  it('is nothing where it is no money', () => {
    for (const amount of [NaN, Infinity, 0.5, 2 ** 53])
      expect(formatMoney({ amountMinor: amount, currency: 'EUR' }, 'en')).toBe('');
    expect(formatMoney({ amountMinor: 1, currency: 'euro' }, 'en')).toBe('');
  });
});

describe('a currency', () => {
  it('is one of ISO 4217, with its digits', () => {
    const with_ = (digits: number) => currencyCodes.filter((code) => currencyDigits.get(code) === digits);
    expect(currencyCodes).toHaveLength(164);
    expect(with_(0)).toHaveLength(17);
    expect(with_(3)).toEqual(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);
    expect(with_(4)).toEqual(['CLF', 'UYW']);
  });

  it.each([
    ['EUR', 'EUR'],
    ['eur', 'EUR'],
    [' Eur ', 'EUR'],
    ['XCG', 'XCG'],
    ['ZWG', 'ZWG'],
  ])('%j is read as %s', (written, currency) =>
    expect(readCurrency(written)).toEqual({ ok: true, currency }),
  );

  it.each([
    ['XXX', 'paid in'],
    ['XTS', 'paid in'],
    ['XAU', 'paid in'],
    ['XAG', 'paid in'],
    ['XDR', 'paid in'],
    ['XUA', 'paid in'],
    ['XSU', 'paid in'],
    ['XBA', 'paid in'],
    ['DEM', 'Give EUR instead'],
    ['FRF', 'Give EUR instead'],
    ['ITL', 'Give EUR instead'],
    ['HRK', 'Give EUR instead'],
    ['SLL', 'Give SLE instead'],
    ['ZWL', 'Give ZWG instead'],
    ['VEF', 'Give VES instead'],
    ['BYR', 'Give BYN instead'],
    ['TRL', 'Give TRY instead'],
    ['CUC', 'Give CUP instead'],
    ['ANG', 'Give XCG instead'],
    ['MRO', 'Give MRU instead'],
    ['STD', 'Give STN instead'],
    ['ABC', 'There is no currency ABC'],
    ['BTC', 'There is no currency BTC'],
    ['ETH', 'There is no currency ETH'],
    ['ZZZ', 'There is no currency ZZZ'],
    ['RMB', 'There is no currency RMB'],
    ['', 'three capital letters'],
    ['EU', 'three capital letters'],
    ['EURO', 'three capital letters'],
    ['€', 'three capital letters'],
    ['$', 'three capital letters'],
    ['E1R', 'three capital letters'],
    ['constructor', 'three capital letters'],
  ])('%j is refused in a sentence', (written, message) =>
    expect(readCurrency(written)).toEqual({
      ok: false,
      message: { en: expect.stringContaining(message), de: expect.stringMatching(/\.$/) },
    }),
  );
});
