import type { Texts } from '../language/language.js';

/**
 * ISO 4217 (list one): the digits of each currency's minor unit. Metals, units of account, codes for testing and for no currency are no money that an
 * invoice is paid in, and are left out. What ICU holds is what is customary in print, which is fewer digits for some: a hundred times the amount.
 */
const byDigits: Readonly<Record<0 | 2 | 3 | 4, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC
    CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR
    KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN
    PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS
    UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

export const currencyDigits: ReadonlyMap<string, number> = new Map(
  Object.entries(byDigits).flatMap(([digits, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(digits)] as const),
  ),
);

export const currencyCodes: readonly string[] = [...currencyDigits.keys()].sort();

/** Those whose minor unit is not written when there is none of it: 125 000 Ft. */
const writtenWhole = new Set('AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR SOS SYP YER'.split(' '));
export const isWrittenWhole = (code: string): boolean => writtenWhole.has(code);

/** Codes that ISO 4217 has withdrawn, with those that came after them. */
const replaced: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'ADP ATS BEF BGN CYP DEM EEK ESP FIM FRF GRD HRK IEP ITL LTL LUF LVL MTL NLG PTE SIT SKK XEU'
      .split(' ')
      .map((code) => [code, 'EUR']),
  ),
  ANG: 'XCG',
  AZM: 'AZN',
  BYB: 'BYN',
  BYR: 'BYN',
  CSK: 'CZK',
  CUC: 'CUP',
  GHC: 'GHS',
  MRO: 'MRU',
  MXP: 'MXN',
  MZM: 'MZN',
  PLZ: 'PLN',
  ROL: 'RON',
  RUR: 'RUB',
  SDD: 'SDG',
  SLL: 'SLE',
  STD: 'STN',
  TMM: 'TMT',
  TRL: 'TRY',
  UAK: 'UAH',
  VEB: 'VES',
  VEF: 'VES',
  YUM: 'RSD',
  CSD: 'RSD',
  ZMK: 'ZMW',
  ZWD: 'ZWG',
  ZWL: 'ZWG',
  ZWR: 'ZWG',
};

const noMoney = new Set('XAD XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '));

export type ReadCurrency =
  { readonly ok: true; readonly currency: string } | { readonly ok: false; readonly message: Texts };

/** A currency's code, or in one sentence why it is none. */
export function readCurrency(written: string): ReadCurrency {
  const code = written.trim().toUpperCase();
  if (currencyDigits.has(code)) return { ok: true, currency: code };
  return { ok: false, message: whyNot(code) };
}

export const isCurrency = (code: string): boolean => currencyDigits.has(code);

function whyNot(code: string): Texts {
  const after = Object.hasOwn(replaced, code) ? replaced[code] : undefined;
  if (after)
    return {
      en: `The currency ${code} is no longer in use. Give ${after} instead.`,
      de: `Die Währung ${code} gilt nicht mehr. Gib stattdessen ${after} an.`,
    };
  if (noMoney.has(code))
    return {
      en: `${code} is no currency that is paid in. Give one such as EUR.`,
      de: `In ${code} wird nicht bezahlt. Gib eine Währung an wie EUR.`,
    };
  return /^[A-Z]{3}$/.test(code)
    ? {
        en: `There is no currency ${code} in ISO 4217. Give one such as EUR.`,
        de: `Die Währung ${code} gibt es in ISO 4217 nicht. Gib eine an wie EUR.`,
      }
    : {
        en: 'A currency is three capital letters (ISO 4217), such as EUR.',
        de: 'Eine Währung sind drei Großbuchstaben (ISO 4217), wie EUR.',
      };
}
