import type { Field } from '@cueline/workflows';

/** A field's sample value as an owner would read it. */
export function sampleWords({ sample, type, choices }: Field, locale: string, zone: string): string {
  if (sample === null) return '';
  if (Array.isArray(sample)) return sample.join(', ');
  if (typeof sample === 'object' && 'currency' in sample) {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency: sample.currency });
    return format.format(sample.amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  }
  if (type === 'instant' || type === 'date') {
    const timeZone = type === 'date' ? 'UTC' : zone;
    return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(String(sample)));
  }
  return choices?.find(({ value }) => value === sample)?.label ?? String(sample);
}
