import type { Value } from './filters.js';

/** How dates and money are written: the brand's language and zone. */
export interface Formats {
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly zone: string;
}

const styles = new Set(['short', 'medium', 'long', 'full']);
type Style = 'short' | 'medium' | 'long' | 'full';
const styleOf = (style: string): Style => (styles.has(style) ? (style as Style) : 'long');

/** Making a formatter costs far more than using it; locales, zones and currencies are few. */
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
const MOST_KEPT = 500;

function kept<F extends Intl.DateTimeFormat | Intl.NumberFormat>(key: readonly unknown[], make: () => F): F {
  const name = JSON.stringify(key);
  const found = formatters.get(name) as F | undefined;
  if (found) return found;
  if (formatters.size >= MOST_KEPT) formatters.clear();
  const made = make();
  formatters.set(name, made);
  return made;
}

/** A language that Intl cannot read is a small mistake of the brand's settings: no reason to send nothing. A zone is not: times would be wrong. */
function languageOf(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

const dateFormatter = ({ locale, zone }: Formats, options: Intl.DateTimeFormatOptions) =>
  kept(
    ['date', locale, zone, options],
    () => new Intl.DateTimeFormat(languageOf(locale), { timeZone: zone, ...options }),
  );
const numberFormatter = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  kept(['number', locale, options], () => new Intl.NumberFormat(languageOf(locale), options));

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day has no zone: it reads the same everywhere. */
function written(value: Value, formats: Formats, options: Intl.DateTimeFormatOptions): string {
  const moment = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(moment)) return '';
  const zoned = dayPattern.test(value as string) ? { ...formats, zone: 'UTC' } : formats;
  return dateFormatter(zoned, options).format(moment);
}

export const formatDate = (value: Value, style: string, formats: Formats) =>
  written(value, formats, { dateStyle: styleOf(style) });
export const formatTime = (value: Value, formats: Formats) => written(value, formats, { timeStyle: 'short' });
export const formatDateTime = (value: Value, style: string, formats: Formats) =>
  written(value, formats, { dateStyle: styleOf(style), timeStyle: 'short' });

const isMoney = (value: Value): value is { amountMinor: number; currency: string } =>
  typeof value === 'object' &&
  value !== null &&
  'amountMinor' in value &&
  'currency' in value &&
  typeof value['amountMinor'] === 'number';

/** Minor units to the currency's own number of decimals. */
export function formatMoney(value: Value, { locale }: Formats): string {
  if (!isMoney(value) || !/^[A-Z]{3}$/.test(String(value.currency))) return '';
  const format = numberFormatter(locale, { style: 'currency', currency: value.currency });
  return format.format(value.amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const formatNumber = (value: Value, { locale }: Formats): string =>
  typeof value === 'number' ? numberFormatter(locale).format(value) : '';

/** What a value looks like where no filter says how: an instant as date and time, money as money. */
export function formatPlain(value: Value, formats: Formats): Value {
  if (isMoney(value)) return formatMoney(value, formats);
  if (typeof value === 'string' && dayPattern.test(value)) return formatDate(value, 'long', formats);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(value))
    return formatDateTime(value, 'long', formats);
  return value;
}
