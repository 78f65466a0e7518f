import type { Field } from '@cueline/workflows';
import { formatMoney, formatterOf } from '@cueline/workflows/locale';
import type { FieldFormat } from '@cueline/email/blocks';
import { sampleValue } from '../sample-value.js';
import { useMe } from '../../use-me.js';
import { m } from './messages.js';

type Style = 'short' | 'medium' | 'long' | 'full';

/** A format by its name and what it makes of the field's sample: "Long date · 12 June 2027". */
export function useFormatSample(): (field: Field, format: FieldFormat | undefined) => string {
  const { locale, zone } = useMe();
  return (field, format) => {
    const label = format ? m.formats[format] : m.asItIs;
    const sample = sampleIn(field, format, locale, zone);
    return sample ? m.formatWithSample(label, sample) : label;
  };
}

function sampleIn(field: Field, format: FieldFormat | undefined, locale: string, zone: string): string {
  const { sample, type } = field;
  if (sample === null) return '';
  if (!format) return type === 'instant' ? '' : sampleValue(field, locale, zone);
  if (typeof sample === 'object') return 'currency' in sample ? formatMoney(sample, locale) : '';
  const [name = '', style] = format.split(':') as [string, Style?];
  if (name === 'date' || name === 'time' || name === 'datetime') {
    const timeZone = type === 'date' ? 'UTC' : zone;
    const options = {
      ...(name !== 'time' && { dateStyle: style ?? 'medium' }),
      ...(name !== 'date' && { timeStyle: 'short' as const }),
      timeZone,
    };
    return formatterOf('date', locale, options).format(new Date(String(sample)));
  }
  return texts[name]?.(String(sample), locale) ?? sampleValue(field, locale, zone);
}

const texts: Readonly<Record<string, (text: string, locale: string) => string>> = {
  upper: (text, locale) => text.toLocaleUpperCase(locale),
  lower: (text, locale) => text.toLocaleLowerCase(locale),
};
