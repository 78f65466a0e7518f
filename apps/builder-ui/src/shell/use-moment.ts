import { useMemo } from 'react';
import { formatterOf } from '@cueline/workflows/locale';
import { useMe } from './use-me.js';

/** Writes instants in the studio's own zone and language: "12 Jun 2027, 15:00". */
export function useMoment(): (instant: string | null | undefined) => string {
  const { zone, locale } = useMe();
  return useMemo(() => {
    const format = formatterOf('date', locale, {
      timeZone: zone,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return (instant) => (instant ? format.format(new Date(instant)) : '—');
  }, [zone, locale]);
}
