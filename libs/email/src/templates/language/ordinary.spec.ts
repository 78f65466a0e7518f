import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import nunjucks from 'nunjucks';
import { compileTemplate, renderTemplate } from './index.js';

const ordinary = JSON.parse(
  readFileSync(new URL('./fixtures/ordinary.json', import.meta.url), 'utf8'),
) as string[];

const data = {
  name: 'Mara',
  client: { firstName: 'Mara', lastName: 'Lindqvist', company: 'Nordlicht & Co', age: 31 },
  tags: ['vip', 'returning', 'referral'],
  nothing: [],
  items: [
    { label: 'album', count: 2, price: 150, notes: ['linen', 'A4'] },
    { label: 'prints', count: 10, price: 8, notes: [] },
  ],
  paid: true,
  open: 250,
  currency: 'EUR',
  title: 'Golden hour & more',
  day: '12 June 2027',
  studio: 'Sunday Studio',
  markup: '<script>alert(1)</script>',
  quotes: `"double" and 'single'`,
  amp: 'Tom & Ada <ada@example.test>',
  emoji: '📷',
  umlaut: 'Grüße aus Köln',
  text: 'two\nlines',
};

describe('what an owner writes in a template', () => {
  it.each(ordinary)('means what it means in stock nunjucks: %j', (source) => {
    const compiled = compileTemplate({ subject: '', html: source });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    const formats = { locale: 'en', zone: 'UTC' };
    const rendered = renderTemplate(compiled.template, { data, formats, clock: () => 0 });
    const stock = new nunjucks.Environment(null, { autoescape: true }).renderString(source, data);
    expect(rendered).toMatchObject({ ok: true, mail: { html: stock } });
  });

  it('is tried in sixty ways at least', () => {
    expect(new Set(ordinary).size).toBeGreaterThanOrEqual(60);
  });
});
