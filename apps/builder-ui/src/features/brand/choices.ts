interface Choice {
  readonly value: string;
  readonly label: string;
}

const byLabel = (a: Choice, b: Choice) => a.label.localeCompare(b.label);

/** The zones that this browser knows, with underscores as blanks. */
export const zones = (): readonly Choice[] =>
  Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value.replaceAll('_', ' ') }));

/** Currencies by code and name. */
export function currencies(language: string): readonly Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names.of(value) ?? value}`,
  }));
}

const languages = [
  ...['en-GB', 'en-US', 'en-AU', 'en-CA', 'en-IE', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'fr-CH', 'fr-CA'],
  ...['it-IT', 'es-ES', 'es-MX', 'pt-PT', 'pt-BR', 'nl-NL', 'nl-BE', 'da-DK', 'sv-SE', 'nb-NO', 'fi-FI'],
  ...['pl-PL', 'cs-CZ', 'sk-SK', 'hu-HU', 'ro-RO', 'bg-BG', 'hr-HR', 'sl-SI', 'et-EE', 'lv-LV', 'lt-LT'],
  ...['el-GR', 'tr-TR', 'uk-UA', 'ja-JP', 'ko-KR', 'zh-CN', 'zh-TW', 'he-IL', 'ar-AE', 'hi-IN', 'id-ID'],
];

/** Languages with their country, as their readers' dates and numbers are written. */
export function locales(language: string): readonly Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  return languages.map((value) => ({ value, label: names.of(value) ?? value })).sort(byLabel);
}
