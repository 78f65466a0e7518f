import { useMemo } from 'react';
import { formatterOf } from '@cueline/workflows/locale';
import { useMe } from './use-me.js';
import { localeFor } from '../messages/language.js';
import { m } from './messages.js';

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

/** A day and a time of it, apart: "Fri, 27 Nov" and "10:04". */
export function useDays(): {
  readonly dayOf: (instant: string) => string;
  readonly timeOf: (instant: string) => string;
  /** The time of what is of today, else the day. */
  readonly shortly: (instant: string) => string;
} {
  const { zone, locale: brandLocale } = useMe();
  const locale = localeFor(brandLocale);
  return useMemo(() => {
    const day = { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' } as const;
    const near = formatterOf('date', locale, day);
    const far = formatterOf('date', locale, { ...day, year: 'numeric' });
    const year = formatterOf('date', 'en', { timeZone: zone, year: 'numeric' });
    const time = formatterOf('date', locale, { timeZone: zone, hour: '2-digit', minute: '2-digit' });
    const today = new Date();
    const nameOf = (at: Date) => (year.format(at) === year.format(today) ? near : far).format(at);
    const dayOf = (instant: string) => {
      const name = nameOf(new Date(instant));
      return name === nameOf(today) ? m.today : name;
    };
    const timeOf = (instant: string) => time.format(new Date(instant));
    return { dayOf, timeOf, shortly: (at) => (dayOf(at) === m.today ? timeOf(at) : dayOf(at)) };
  }, [zone, locale]);
}

/** A calendar date, the same in every zone: "12 Jun 2027". */
export function useCalendarDay(): (day: string | null) => string {
  const { locale: brandLocale } = useMe();
  const locale = localeFor(brandLocale);
  return useMemo(() => {
    const format = formatterOf('date', locale, { timeZone: 'UTC', dateStyle: 'medium' });
    return (day) => (day ? format.format(new Date(`${day}T00:00:00Z`)) : '');
  }, [locale]);
}
