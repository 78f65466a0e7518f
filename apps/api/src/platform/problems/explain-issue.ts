import { pluralIn, type Language, type Texts } from '@cueline/workflows/language';
import type { z } from 'zod';

type Issue = Parameters<z.core.$ZodErrorMap>[0];

/** After "Give", "Gib ... an". */
const things: Readonly<Record<string, Texts>> = {
  string: { en: 'a text', de: 'einen Text' },
  number: { en: 'a number', de: 'eine Zahl' },
  int: { en: 'a whole number', de: 'eine ganze Zahl' },
  boolean: { en: 'true or false', de: 'true oder false' },
  array: { en: 'a list', de: 'eine Liste' },
  tuple: { en: 'a list', de: 'eine Liste' },
  object: { en: 'an object', de: 'ein Objekt' },
  record: { en: 'an object', de: 'ein Objekt' },
  null: { en: 'null', de: 'null' },
};
const formats: Readonly<Record<string, Texts>> = {
  uuid: {
    en: 'Give an id as the API answers it (a UUID).',
    de: 'Gib eine Kennung an, wie die API sie liefert (eine UUID).',
  },
  email: {
    en: 'Give a mail address, such as mara@example.com.',
    de: 'Gib eine E-Mail-Adresse an, wie mara@example.com.',
  },
  url: {
    en: 'Give a whole address, such as https://example.com.',
    de: 'Gib eine ganze Adresse an, wie https://example.com.',
  },
  datetime: {
    en: 'Give an instant with its offset, such as 2027-06-12T13:00:00Z.',
    de: 'Gib einen Zeitpunkt mit seinem Abstand zu UTC an, wie 2027-06-12T13:00:00Z.',
  },
  date: {
    en: 'Give a calendar date, such as 2027-06-12.',
    de: 'Gib ein Datum an, wie 2027-06-12.',
  },
};
const texts = {
  noForm: { en: 'This has none of the accepted forms.', de: 'Das hat keine der möglichen Formen.' },
  noName: {
    en: 'This name is not accepted here. Give another.',
    de: 'Dieser Name geht hier nicht. Nimm einen anderen.',
  },
  noFormat: {
    en: 'This is not written in the accepted form.',
    de: 'Das ist nicht so geschrieben, wie es sein muss.',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** What is wrong with a value in one sentence that says how to fix it; undefined leaves zod's own words. */
export function explainIssue(issue: Issue, language: Language): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return expected(things[issue.expected]?.[language] ?? issue.expected, issue.input, language);
    case 'invalid_value':
      return oneOf(issue.values, language);
    case 'invalid_union':
      return Array.isArray(issue.options) ? oneOf(issue.options, language) : texts.noForm[language];
    case 'invalid_key':
      return texts.noName[language];
    case 'invalid_format':
      return (formats[issue.format] ?? texts.noFormat)[language];
    case 'too_small':
      return amount('least', issue.origin, Number(issue.minimum), language);
    case 'too_big':
      return amount('most', issue.origin, Number(issue.maximum), language);
    default:
      return undefined;
  }
}

function oneOf(options: readonly unknown[], language: Language): string {
  const values = options.map((value) => (typeof value === 'bigint' ? `${value}` : JSON.stringify(value)));
  if (language === 'de')
    return values.length === 1 ? `Gib ${values[0]} an.` : `Gib eins davon an: ${values.join(', ')}.`;
  return values.length === 1 ? `Give ${values[0]}.` : `Give one of ${values.join(', ')}.`;
}

function expected(thing: string, input: unknown, language: Language): string {
  if (input === undefined)
    return language === 'de' ? `Das fehlt. Gib ${thing} an.` : `This is missing. Give ${thing}.`;
  const given = kindOf(input, language);
  return language === 'de' ? `Gib ${thing} an, nicht ${given}.` : `Give ${thing}, not ${given}.`;
}

function kindOf(input: unknown, language: Language): string {
  if (input === null) return 'null';
  return things[Array.isArray(input) ? 'array' : typeof input]?.[language] ?? typeof input;
}

const units = {
  string: {
    en: { one: '# character', other: '# characters' },
    de: { one: '# Zeichen', other: '# Zeichen' },
  },
  array: {
    en: { one: '# entry', other: '# entries' },
    de: { one: '# Eintrag', other: '# Einträge' },
  },
} as const;
const bounds = {
  least: { en: 'at least', de: 'mindestens' },
  most: { en: 'at most', de: 'höchstens' },
} as const;

function amount(bound: 'least' | 'most', origin: string, limit: number, language: Language): string {
  const forms = Object.hasOwn(units, origin) ? units[origin as keyof typeof units][language] : undefined;
  const count = `${bounds[bound][language]} ${forms ? pluralIn(language, limit, forms) : limit}`;
  return language === 'de' ? `Gib ${count} an.` : `Give ${count}.`;
}
