import { formatMoney as moneyInLanguage, formatterOf, type Formats } from '@cueline/workflows/locale';
import type { Value } from './value.js';

export type { Formats };

const styles = new Set(['short', 'medium', 'long', 'full']);
type Style = 'short' | 'medium' | 'long' | 'full';
const styleOf = (style: string): Style => (styles.has(style) ? (style as Style) : 'long');

const dateFormatter = ({ locale, zone }: Formats, options: Intl.DateTimeFormatOptions) =>
  formatterOf('date', locale, { timeZone: zone, ...options });

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

/** The calendar day in the reader's zone, as 2027-06-12: what days are compared by. */
export const formatDay = (value: Value, { zone }: Formats): string =>
  written(value, { locale: 'sv-SE', zone }, { dateStyle: 'short' });

const isMoney = (value: Value): value is { amountMinor: number; currency: string } =>
  typeof value === 'object' &&
  value !== null &&
  'amountMinor' in value &&
  'currency' in value &&
  typeof value['amountMinor'] === 'number' &&
  typeof value['currency'] === 'string';

export const formatMoney = (value: Value, { locale }: Formats): string =>
  isMoney(value) ? moneyInLanguage(value, locale) : '';

export const formatNumber = (value: Value, { locale }: Formats): string =>
  typeof value === 'number' ? formatterOf('number', locale, {}).format(value) : '';

/** What a value looks like where no filter says how: an instant as date and time, money as money. */
export function formatPlain(value: Value, formats: Formats): Value {
  if (isMoney(value)) return formatMoney(value, formats);
  if (typeof value === 'string' && dayPattern.test(value)) return formatDate(value, 'long', formats);
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/.test(value))
    return formatDateTime(value, 'long', formats);
  return value;
}
