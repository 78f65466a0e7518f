import type { Field } from '@cueline/workflows';
import { sampleValue } from '../sample-value.js';
import { useMe } from '../../use-me.js';

/** What a field says in a sample. */
export function useFieldSample(): (field: Field) => string {
  const { locale, zone } = useMe();
  return (field) => sampleValue(field, locale, zone);
}
