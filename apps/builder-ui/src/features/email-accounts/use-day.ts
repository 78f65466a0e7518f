import { useMemo } from 'react';
import { formatterOf } from '@cueline/workflows/locale';
import { useMe } from '../../domain/use-me.js';
import { localeFor } from '../../messages/language.js';

/** Writes the day of an instant: "2 Feb 2027". */
export function useDay(): (instant: string) => string {
  const { zone, locale: brandLocale } = useMe();
  const locale = localeFor(brandLocale);
  return useMemo(() => {
    const format = formatterOf('date', locale, { timeZone: zone, dateStyle: 'medium' });
    return (instant) => format.format(new Date(instant));
  }, [zone, locale]);
}
