import { fieldOf } from '../catalogue/records.js';
import { lowerFirst } from '../language/first-letter.js';
import type { Language, Texts } from '../language/language.js';
import { pluralIn, type Forms } from '../language/plural.js';
import { describeAnchor } from './describe-anchor.js';
import { isCalendarDate, isDayOfCalendar } from './calendar-date.js';
import { movesDate, type DurationUnit, type WaitDuration } from './duration.js';
import { isInstant } from './instant.js';
import type { RelativeMoment } from './offset.js';

type UnitForms = Readonly<Record<Language, Forms>>;
const units: Readonly<Record<DurationUnit, UnitForms>> = {
  seconds: {
    en: { one: '# second', other: '# seconds' },
    de: { one: '# Sekunde', other: '# Sekunden' },
  },
  minutes: { en: { one: '# minute', other: '# minutes' }, de: { one: '# Minute', other: '# Minuten' } },
  hours: { en: { one: '# hour', other: '# hours' }, de: { one: '# Stunde', other: '# Stunden' } },
  days: { en: { one: '# day', other: '# days' }, de: { one: '# Tag', other: '# Tage' } },
  weeks: { en: { one: '# week', other: '# weeks' }, de: { one: '# Woche', other: '# Wochen' } },
  months: { en: { one: '# month', other: '# months' }, de: { one: '# Monat', other: '# Monate' } },
};
const noTime: Texts = { en: 'no time', de: 'keine Zeit' };

/** "3 days", "1 hour", "no time". */
export const describeDuration = ({ amount, unit }: WaitDuration, language: Language): string =>
  amount === 0 ? noTime[language] : pluralIn(language, amount, units[unit][language]);

const calendars = {
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
  de: new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'UTC' }),
};
const at: Texts = { en: 'at', de: 'um' };

/** "2 May 2027", "4 May 2027 at 22:30 UTC"; what is neither a day nor an instant as it is. */
export function describeMoment(moment: string, language: Language): string {
  if (!isDayOfCalendar(moment) && !isInstant(moment)) return moment;
  const day = calendars[language].format(Date.parse(moment));
  if (isCalendarDate(moment)) return day;
  return `${day} ${at[language]} ${new Date(moment).toISOString().slice(11, 16)} UTC`;
}

/** "3 days before the session at 09:00", "On the day of the session at 09:00", "1 week after the invoice's due date at start of business". */
export const describeRelative = (anchor: string, moment: RelativeMoment, language: Language): string =>
  (language === 'de' ? germanMoment : englishMoment)(anchor, moment);

function englishMoment(anchor: string, { offset, at: time }: RelativeMoment): string {
  const noun = describeAnchor(anchor, 'en');
  const onADay = fieldOf(anchor)?.type === 'date';
  const then = time ? ` at ${time}` : onADay ? ' at start of business' : '';
  if (offset.amount > 0) {
    const count = `${describeDuration(offset, 'en')} ${offset.direction}`;
    return movesDate(offset.unit) || !onADay || time
      ? `${count} ${noun}${then}`
      : `${count} start of business on ${noun}`;
  }
  if (onADay) return `On ${noun}${then}`;
  return time ? `On the day of ${noun}${then}` : `At the time of ${noun}`;
}

const sides = { before: 'vor', after: 'nach' } as const;

function germanMoment(anchor: string, { offset, at: time }: RelativeMoment): string {
  const [dative, genitive] = [describeAnchor(anchor, 'de'), describeAnchor(anchor, 'de', 'genitive')];
  const onADay = fieldOf(anchor)?.type === 'date';
  const then = time ? ` um ${time}` : onADay ? ' zu Geschäftsbeginn' : '';
  if (offset.amount > 0) {
    const count = `${describeDuration(offset, 'de')} ${sides[offset.direction]}`;
    return movesDate(offset.unit) || !onADay || time
      ? `${count} ${dative}${then}`
      : `${count} Geschäftsbeginn am Tag ${genitive}`;
  }
  return onADay || time ? `Am Tag ${genitive}${then}` : `Zum Zeitpunkt ${genitive}`;
}

type Moment = RelativeMoment & { readonly anchor: string };

/** The same in the middle of a sentence. */
export const describeMidSentence = (moment: Moment, language: Language): string =>
  lowerFirst(describeRelative(moment.anchor, moment, language));

/** "until 3 days before the session", "bis zum Tag des Termins" */
export const describeUntil = (moment: Moment, language: Language): string =>
  language === 'de'
    ? `bis ${describeMidSentence(moment, 'de').replace(/^am /, 'zum ')}`
    : `until ${describeMidSentence(moment, 'en')}`;
