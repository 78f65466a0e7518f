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

/** Making a formatter costs far more than using it; locales and zones are few. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter({ locale, zone }: Formats, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  let found = formatters.get(key);
  if (!found) {
    if (formatters.size > 500) formatters.clear();
    formatters.set(key, (found = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })));
  }
  return found;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A calendar day has no zone: it reads the same everywhere. */
function written(value: Value, formats: Formats, options: Intl.DateTimeFormatOptions): string {
  const moment = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(moment)) return '';
  const zoned = dayPattern.test(value as string) ? { ...formats, zone: 'UTC' } : formats;
  return formatter(zoned, options).format(moment);
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
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency: value.currency });
  return format.format(value.amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

export const formatNumber = (value: Value, { locale }: Formats): string =>
  typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : '';

/** What a value looks like where no filter says how: an instant as date and time, money as money. */
export function formatPlain(value: Value, formats: Formats): Value {
  if (isMoney(value)) return formatMoney(value, formats);
  if (typeof value === 'string' && dayPattern.test(value)) return formatDate(value, 'long', formats);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(value))
    return formatDateTime(value, 'long', formats);
  return value;
}
