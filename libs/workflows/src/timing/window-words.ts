import type { Language, Texts } from '../language/language.js';
import type { WindowRule } from './date-moment.js';
import type { SendWindow, Weekday } from './send-window.js';

const dayNames: Readonly<Record<Language, Readonly<Record<Weekday, string>>>> = {
  en: { 1: 'Mon', 2: 'Tue', 3: 'Wed', 4: 'Thu', 5: 'Fri', 6: 'Sat', 7: 'Sun' },
  de: { 1: 'Mo', 2: 'Di', 3: 'Mi', 4: 'Do', 5: 'Fr', 6: 'Sa', 7: 'So' },
};
const texts = {
  everyDay: { en: 'every day', de: 'jeden Tag' },
  nextDay: { en: ' the next day', de: ' am nächsten Tag' },
  notOnHolidays: { en: ', not on holidays', de: ', nicht an Feiertagen' },
  business: { en: 'business hours', de: 'zu den Geschäftszeiten' },
  clientTime: { en: " in the client's time", de: ' nach der Uhr des Kunden' },
} as const satisfies Readonly<Record<string, Texts>>;

/** "Mon-Fri", "Mon, Wed, Fri-Sun", "every day": three days and more in a row are a span. */
export function describeWeekdays(days: readonly Weekday[], language: Language): string {
  if (new Set(days).size === 7) return texts.everyDay[language];
  const spans: Weekday[][] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const span = spans.at(-1);
    if (span && day === span.at(-1)! + 1) span.push(day);
    else spans.push([day]);
  }
  return spans.map((span) => describeSpan(span, language)).join(', ');
}

function describeSpan(span: readonly Weekday[], language: Language): string {
  const names = span.map((day) => dayNames[language][day]);
  return names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(', ');
}

/** "Mon-Fri 09:00-17:00, not on holidays". */
export function describeWindow({ weekdays, from, to, holidays }: SendWindow, language: Language): string {
  const nextDay = to <= from && to !== '00:00' ? texts.nextDay[language] : '';
  const hours =
    from === '00:00' && to === '00:00' ? '' : ` ${from}-${to === '00:00' ? '24:00' : to}${nextDay}`;
  return `${describeWeekdays(weekdays, language)}${hours}${holidays.length > 0 ? texts.notOnHolidays[language] : ''}`;
}

/** "business hours", "Mon-Fri 09:00-17:00 in the client's time". */
export function describeWindowRule({ hours, zone }: WindowRule, language: Language): string {
  const when = hours === 'business' ? texts.business[language] : describeWindow(hours, language);
  return zone === 'client' ? `${when}${texts.clientTime[language]}` : when;
}
