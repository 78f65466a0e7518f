import { describe, expect, it } from '@jest/globals';
import { formatsFor, readLanguage } from './index.js';

describe('a language', () => {
  it.each([
    ['fr-FR', 'fr-FR'],
    ['fr-fr', 'fr-FR'],
    ['FR', 'fr'],
    ['fr_FR', 'fr-FR'],
    [' fr-FR\u00a0', 'fr-FR'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['sr_Latn_RS', 'sr-Latn-RS'],
    ['es-419', 'es-419'],
    ['de-AT-1996', 'de-AT-1996'],
    ['iw', 'he'],
    ['th-TH-u-ca-buddhist', 'th-TH-u-ca-buddhist'],
    ['tlh', 'tlh'],
  ])('%j is read as %s', (written, locale) => expect(readLanguage(written)).toEqual({ ok: true, locale }));

  it.each([
    '',
    ' ',
    'e',
    'english',
    'Deutsch',
    'fr-',
    '-fr',
    'fr--FR',
    'fr FR',
    'fr-FR, en',
    'fr.UTF-8',
    'C',
    'POSIX',
    'und',
    'x-private',
    '12',
    'français',
    'en-GB-'.repeat(10),
  ])('%j is refused in a sentence', (written) =>
    expect(readLanguage(written)).toEqual({
      ok: false,
      message: { en: expect.stringContaining('en-GB'), de: expect.stringContaining('de-AT') },
    }),
  );
});

describe('the language and zone of a text', () => {
  const brand = { locale: 'en-GB', zone: 'Europe/Berlin' };

  it.each([
    [undefined, brand],
    [null, brand],
    [{}, brand],
    [{ locale: null, zone: null }, brand],
    [{ locale: 'fr-FR' }, { locale: 'fr-FR', zone: 'Europe/Berlin' }],
    [{ zone: 'America/New_York' }, { locale: 'en-GB', zone: 'America/New_York' }],
    [
      { locale: 'ja', zone: 'Asia/Tokyo' },
      { locale: 'ja', zone: 'Asia/Tokyo' },
    ],
    [
      { locale: 'fr_fr', zone: 'europe/paris' },
      { locale: 'fr-FR', zone: 'Europe/Paris' },
    ],
    [{ locale: 'tlh', zone: 'BET' }, brand],
    [{ locale: 'no locale!', zone: '' }, brand],
  ])('for %j in a brand of Berlin', (reader, formats) => expect(formatsFor(brand, reader)).toEqual(formats));

  it('is never that of the machine', () => {
    expect(formatsFor({ locale: 'tlh', zone: 'BET' })).toEqual({ locale: 'en-GB', zone: 'UTC' });
    expect(formatsFor({})).toEqual({ locale: 'en-GB', zone: 'UTC' });
  });
});
