import { describe, expect, it } from '@jest/globals';
import { compileContent, type TemplateContent } from '@cueline/email';
import { writeMail } from '@cueline/email/mail';
import { composeMail } from '@cueline/email/smtp';
import { sampleTemplates } from '../../libs/database/src/seed/templates.js';
import { everyBlock } from '../../libs/email/src/templates/blocks/every-block.fixture.js';
import { readHtml } from './html-faults.js';

/** Gmail cuts what is longer, and hides the end of it. */
const CLIPPED = 100 * 1024;

const facts = {
  client: {
    ...{
      firstName: 'Mara',
      fullName: 'Mara & Elis <3',
      email: 'mara@clients.test',
      company: 'Fern "&" Stem',
    },
  },
  inquiry: { firstName: 'Jo', eventOn: '2027-06-12' },
  booking: { title: 'Mara & Elis', startsAt: '2027-06-12T13:00:00.000Z', location: 'Hill <Farm>' },
  invoice: {
    ...{ number: 'R-7', dueOn: '2027-05-01' },
    ...{
      total: { amountMinor: 240_000, currency: 'EUR' },
      balance: { amountMinor: 160_000, currency: 'EUR' },
    },
  },
  // Not as the frame names it: above a mail's text stands who wrote it.
  brand: { name: 'Sunday <Pictures>' },
};
const bare = {
  ...facts,
  client: { ...facts.client, email: null, company: null },
  inquiry: { firstName: null, eventOn: null },
  booking: { ...facts.booking, location: null },
};
const plain = { name: 'Sunday & Co', color: '#7a5c2e', signature: '' };
const styles = {
  plain,
  full: {
    ...{
      ...plain,
      signature: 'Lena <L.>\nSunday',
      locale: 'de-DE',
      logoUrl: 'https://logo.example.test/a.png',
    },
    ...{ legalFooter: 'Sunday & Co\nHill 1', filesUrl: 'https://app.example.test/files' },
  },
};
const templates: readonly (readonly [string, TemplateContent])[] = [
  ...sampleTemplates.map(({ name, ...content }) => [name, content] as const),
  ['every block', { subject: '', preheader: '', html: '', blocks: everyBlock }],
];

function mailOf(content: TemplateContent, data: typeof facts | typeof bare, style: keyof typeof styles) {
  const compiled = compileContent(content);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const formats = { locale: 'en-GB', zone: 'Europe/Berlin' };
  const written = writeMail(compiled.template, { data, formats, clock: () => 0 }, styles[style]);
  if (!written.ok) throw new Error(written.budget);
  return written.mail;
}

/** Without spaces and letters' cases, which a line of text may change, and without marks that stand for pictures, lists and rules. */
const letters = (text: string): string => text.toLowerCase().replace(/[\s\u00ad]+/gu, '');

describe.each(templates)('a mail of “%s”', (_name, content) => {
  describe.each([
    ['whose facts are all known', facts],
    ['with every fact missing that may be', bare],
  ])('%s', (_which, data) => {
    it.each(['plain', 'full'] as const)(
      'is valid, short and says the same as text, in a %s frame',
      async (style) => {
        const mail = mailOf(content, data, style);
        const { faults, links, seen } = readHtml(mail.html);
        expect(faults).toEqual([]);
        expect(links.filter((link) => !mail.text.includes(link))).toEqual([]);

        const text = letters(mail.text);
        const said = Object.values<object>(data).flatMap((record): unknown[] => Object.values(record));
        const words = [...said, ...['12 June 2027', '15:00', '€1,600.00', '€2,400.00', '1 May 2027']];
        const shown = words.filter(
          (word) => typeof word === 'string' && letters(seen).includes(letters(word)),
        );
        expect(shown.length).toBeGreaterThan(0);
        expect(shown.filter((word) => !text.includes(letters(word as string)))).toEqual([]);

        const composed = await composeMail({
          ...{
            from: { name: 'Sunday', address: 'lena@sunday.test' },
            to: { name: '', address: 'mara@clients.test' },
          },
          ...{ ...mail, messageId: '<valid@sunday.test>', date: new Date(0) },
        });
        expect(composed.length).toBeLessThan(CLIPPED);
      },
    );
  });
});

it.each([
  ['<p>One<p>Two</p>', '<p> is never closed'],
  ['<p><div>In</div></p>', '<p> was not written, but put in'],
  ['<img src="a.png">', '<img> has no alternative text'],
  ['<table><tr><td>1</td></tr></table>', '<table> is neither for the layout nor has it headings'],
  ['<a href="https://a.test"></a>', '<a> leads nowhere, or says not where'],
  ['<p class="a" class="b">x</p>', 'duplicate-attribute in line 1'],
])('what is wrong in %s is found', (html, fault) => {
  const framed = `<!doctype html><html lang="en"><head><title>T</title></head><body>${html}</body></html>`;
  expect(readHtml(framed).faults).toContain(fault);
});
