import { useMemo } from 'react';
import { formatterOf } from '@cueline/workflows/locale';
import { useMe } from './use-me.js';
import { localeFor } from '../messages/language.js';

/** Writes instants in the studio's zone, as the reader writes them: "12 Jun 2027, 15:00". */
export function useMoment(): (instant: string | null | undefined) => string {
  const { zone, locale: brandLocale } = useMe();
  const locale = localeFor(brandLocale);
  return useMemo(() => {
    const format = formatterOf('date', locale, {
      timeZone: zone,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return (instant) => (instant ? format.format(new Date(instant)) : '');
  }, [zone, locale]);
}

/** The same by the clock of a zone that is given: of another brand than the studio's first, or the reader's own. */
export function useZonedMoment(): (instant: string, zone: string) => string {
  const { locale: brandLocale } = useMe();
  const locale = localeFor(brandLocale);
  return useMemo(
    () => (instant, timeZone) =>
      formatterOf('date', locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(instant),
      ),
    [locale],
  );
}

/** The same with the day of the week, and the year where it is another one: "Mon, 30 Nov, 10:04". */
export function useWeekday(): (instant: string) => string {
  const { zone, locale: brandLocale } = useMe();
  const locale = localeFor(brandLocale);
  return useMemo(() => {
    const day = { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' } as const;
    const time = { hour: '2-digit', minute: '2-digit' } as const;
    const near = formatterOf('date', locale, { ...day, ...time });
    const far = formatterOf('date', locale, { ...day, year: 'numeric', ...time });
    const year = formatterOf('date', 'en', { timeZone: zone, year: 'numeric' });
    const present = year.format(new Date());
    return (instant) => {
      const at = new Date(instant);
      return (year.format(at) === present ? near : far).format(at);
    };
  }, [zone, locale]);
}
