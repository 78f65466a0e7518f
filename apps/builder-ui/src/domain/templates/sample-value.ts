import type { Field } from '@cueline/workflows';
import { formatMoney, formatterOf } from '@cueline/workflows/locale';
import { choiceLabel } from '../labels/labels.js';

/** A field's sample value as an owner would read it. */
export function sampleValue({ path, sample, type, choices }: Field, locale: string, zone: string): string {
  if (sample === null) return '';
  if (Array.isArray(sample)) return sample.join(', ');
  if (typeof sample === 'object' && 'currency' in sample) return formatMoney(sample, locale);
  if (type === 'instant' || type === 'date') {
    const timeZone = type === 'date' ? 'UTC' : zone;
    return formatterOf('date', locale, { dateStyle: 'long', timeZone }).format(new Date(String(sample)));
  }
  return choices ? choiceLabel(path, String(sample)) : String(sample);
}
