import { currencyDigits, isWrittenWhole } from './currencies.js';
import { formatterOf } from './formatters.js';

export interface Amount {
  /** Minor units of the currency: 12500 is 125.00 EUR, 12500 JPY, 12.500 KWD. */
  readonly amountMinor: number;
  readonly currency: string;
}

/** A code from outside the table, in a row from before it was checked, counts in hundredths as most do. */
const digitsOf = (currency: string): number => currencyDigits.get(currency) ?? 2;

/** An amount in the currency's own unit, as a person types it, in minor units. */
export const toMinor = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** digitsOf(currency));
export const fromMinor = (amountMinor: number, currency: string): number =>
  amountMinor / 10 ** digitsOf(currency);

/** Exact, whatever a double can hold. */
function decimal(amountMinor: number, digits: number): `${number}` {
  const written = String(Math.abs(amountMinor)).padStart(digits + 1, '0');
  const whole = written.slice(0, written.length - digits);
  const sign = amountMinor < 0 ? '-' : '';
  return `${sign}${whole}${digits > 0 ? `.${written.slice(-digits)}` : ''}` as `${number}`;
}

/**
 * Money as it is written in a language, with the digits of ISO 4217 whatever ICU holds: all of them, or none where the currency is
 * customarily written without and the amount is whole.
 * @param locale BCP 47, one that Intl reads
 */
export function formatMoney({ amountMinor, currency }: Amount, locale: string): string {
  if (!Number.isSafeInteger(amountMinor) || !/^[A-Z]{3}$/.test(currency)) return '';
  const digits = digitsOf(currency);
  const whole = isWrittenWhole(currency) && amountMinor % 10 ** digits === 0;
  const shown = whole ? 0 : digits;
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  } as const;
  return formatterOf('number', locale, options).format(decimal(amountMinor, digits));
}
