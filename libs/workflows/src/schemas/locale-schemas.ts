import { z } from 'zod';
import type { Texts } from '../language/language.js';
import { normalizeBlanks, trimBlanks } from '../locale/blanks.js';
import { readCurrency } from '../locale/currencies.js';
import { readAddress } from '../locale/email-address.js';
import { readLanguage } from '../locale/languages.js';
import { readZone } from '../locale/zones.js';

type Answer = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly message: Texts };

/** A text that is stored as it is read, or refused with the reader's sentence. */
const readBy = (most: number, read: (written: string) => Answer) =>
  z
    .string()
    .max(most, { abort: true })
    .overwrite((written) => {
      const answer = read(written);
      return answer.ok ? answer.value : written;
    })
    .check(({ value, issues }) => {
      const answer = read(value);
      if (answer.ok) return;
      const { message } = answer;
      issues.push({ code: 'custom', message: message.en, params: { texts: message }, input: value });
    });

/** An IANA time zone that Intl, luxon and PostgreSQL read alike. */
export const zoneSchema = readBy(200, (written) => {
  const read = readZone(written);
  return read.ok ? { ok: true, value: read.zone } : read;
}).meta({
  description: 'A time zone by its IANA name, such as Europe/Berlin. Abbreviations and offsets are refused.',
});

/** A language tag (BCP 47). */
export const languageSchema = readBy(200, (written) => {
  const read = readLanguage(written);
  return read.ok ? { ok: true, value: read.locale } : read;
}).meta({ description: 'A language tag (BCP 47), such as en-GB.' });

/** A currency of ISO 4217 that is in use. */
export const currencySchema = readBy(200, (written) => {
  const read = readCurrency(written);
  return read.ok ? { ok: true, value: read.currency } : read;
}).meta({ description: 'A currency that is in use (ISO 4217), such as EUR.', pattern: '^[A-Za-z]{3}$' });

/** An email address that a mail can leave for. */
export const addressSchema = readBy(1_000, (written) => {
  const read = readAddress(written);
  return read.ok ? { ok: true, value: read.address } : read;
}).meta({
  format: 'email',
  description:
    'An email address alone, without a name. Blanks around it are taken off; its domain is stored in lower case.',
});

/** A text as it was written, without what shows as nothing at its ends. */
export const textSchema = (most: number) => z.string().overwrite(trimBlanks).max(most);
/** A text on one line with one blank between its words: a name, a tag. */
export const lineSchema = (most: number) => z.string().overwrite(normalizeBlanks).max(most);
