import { describe, expect, it } from '@jest/globals';
import { catalogue, list, number, plural } from './catalogue.js';

describe('a catalogue', () => {
  it('gives the texts of the page’s language', () => {
    const m = catalogue({
      en: { save: 'Save', sent: (to: string) => `Sent to ${to}` },
      de: { save: 'Speichern', sent: (to) => `Gesendet an ${to}` },
    });
    expect([m.save, m.sent('Mara')]).toEqual(['Save', 'Sent to Mara']);
  });

  it('does not compile with a text that German lacks, or one too many', () => {
    // @ts-expect-error German lacks a text
    catalogue({ en: { save: 'Save', close: 'Close' }, de: { save: 'Speichern' } });
    // @ts-expect-error English does not have it
    catalogue({ en: { save: 'Save' }, de: { save: 'Speichern', close: 'Schließen' } });
    // @ts-expect-error a text is not one with a value
    catalogue({ en: { sent: (to: string) => `To ${to}` }, de: { sent: (to: number) => `An ${to}` } });
    expect.assertions(0);
  });

  it('chooses the form of a number, and writes it as it is written', () => {
    const emails = (count: number) => plural(count, { one: '# email', other: '# emails' });
    expect([0, 1, 2, 14_000].map(emails)).toEqual(['0 emails', '1 email', '2 emails', '14,000 emails']);
    expect(number(1_234.5)).toBe('1,234.5');
    expect(list(['Name', 'Subject', 'Text'])).toBe('Name, Subject, and Text');
  });
});
