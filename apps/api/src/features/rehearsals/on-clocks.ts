import type { Language } from '@cueline/workflows';

interface Clocks {
  readonly brand: { readonly zone: string };
  readonly clientZone: string | null;
}

const locales = { en: 'en-GB', de: 'de' } as const;

const localTime = (at: string, zone: string, language: Language) =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(Date.parse(at));

/** An instant as the brand's clock shows it, and the client's where that one has a zone of its own. */
export const onClocks = (at: string, { brand, clientZone }: Clocks, language: Language) => ({
  at,
  brand: localTime(at, brand.zone, language),
  client: clientZone && clientZone !== brand.zone ? localTime(at, clientZone, language) : null,
});
