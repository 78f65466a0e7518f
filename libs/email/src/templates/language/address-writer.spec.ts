import { describe, expect, it } from '@jest/globals';
import { compileTemplate, renderTemplate, type Value } from './index.js';

const data: Record<string, Value> = {
  url: 'https://g.example.test/?x=1',
  bare: 'https://g.example.test',
  name: 'Mara & Elis',
  odd: 'A/B?c#d%e&f=g',
  mail: 'jo+tag@example.test',
  phone: '+49 (0)30 / 123-45',
  lines: 'Hello\nyou & I',
  host: 'studio.example.test/gallery',
  half: 'java',
  script: 'script:alert(1)',
  bad: 'javascript:alert(1)',
};

function href(source: string): string {
  const compiled = compileTemplate({ subject: '', html: `<a href="${source}">x</a>` });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const environment = { data, formats: { locale: 'en', zone: 'UTC' }, clock: () => 0 };
  const rendered = renderTemplate(compiled.template, environment);
  return rendered.ok ? (/href="([^"]*)"/.exec(rendered.mail.html)?.[1] ?? '') : rendered.budget;
}

describe('a value in a link', () => {
  it.each([
    ['{{ url }}&ref={{ name }}', 'https://g.example.test/?x=1&ref=Mara%20%26%20Elis'],
    [' {{ url }}&ref={{ name }}', ' https://g.example.test/?x=1&ref=Mara%20%26%20Elis'],
    ['{{ bare }}?ref={{ name }}', 'https://g.example.test?ref=Mara%20%26%20Elis'],
    ['{{ bare }}/{{ odd }}', 'https://g.example.test/A%2FB%3Fc%23d%25e%26f%3Dg'],
    ['{{ url }}#{{ name }}', 'https://g.example.test/?x=1#Mara%20%26%20Elis'],
    ['https://x.test/c/{{ odd }}/go', 'https://x.test/c/A%2FB%3Fc%23d%25e%26f%3Dg/go'],
    ['/c/{{ odd }}/go', '/c/A%2FB%3Fc%23d%25e%26f%3Dg/go'],
    ['https://x.test/?n={{ name }}', 'https://x.test/?n=Mara%20%26%20Elis'],
    ['https://x.test/?a=1&amp;n={{ odd }}', 'https://x.test/?a=1&amp;n=A%2FB%3Fc%23d%25e%26f%3Dg'],
    ['https://x.test/a&#63;n={{ name }}', 'https://x.test/a&#63;n=Mara%20%26%20Elis'],
    ['https://x.test/#{{ name }}', 'https://x.test/#Mara%20%26%20Elis'],
    ['https://x.test/?n={{ name | urlencode }}', 'https://x.test/?n=Mara%20%26%20Elis'],
    ['https://x.test/?u={{ url }}', 'https://x.test/?u=https%3A%2F%2Fg.example.test%2F%3Fx%3D1'],
    ['https://{{ host }}?n={{ name }}', 'https://studio.example.test/gallery?n=Mara%20%26%20Elis'],
    ['//{{ host }}/{{ name }}', '//studio.example.test/gallery/Mara%20%26%20Elis'],
    [
      '{% if url %}{{ url }}{% else %}https://x.test/{% endif %}&r={{ name }}',
      'https://g.example.test/?x=1&r=Mara%20%26%20Elis',
    ],
    [
      'mailto:{{ mail }}?subject={{ name }}&body={{ lines }}',
      'mailto:jo+tag@example.test?subject=Mara%20%26%20Elis&body=Hello%0D%0Ayou%20%26%20I',
    ],
    ['mailto:{{ mail }}?subject={{ lines }}', 'mailto:jo+tag@example.test?subject=Hello%20you%20%26%20I'],
    ['mailto:{{ odd }}', 'mailto:A%2FB%3Fc%23d%25e%26f%3Dg'],
    ['tel:{{ phone }}', 'tel:+4930123-45'],
    ['sms:{{ phone }}?body={{ name }}', 'sms:+4930123-45?body=Mara%20%26%20Elis'],
    ['geo:{{ "52.5,13.4" }}?q={{ name }}', 'geo:52.5,13.4?q=Mara%20%26%20Elis'],
    [
      'webcal://{{ host }}/feed?k={{ name }}',
      'webcal://studio.example.test/gallery/feed?k=Mara%20%26%20Elis',
    ],
    ['{{ bad }}', '#'],
    ['{{ half }}{{ script }}', '#'],
    ['{{ half }}script:x', '#'],
    ['{{ "100% sure" }}', '100%25%20sure'],
    ['{{ "https://x.test/a%20b" }}', 'https://x.test/a%20b'],
  ])('%s', (source, written) => expect(href(source)).toBe(written));

  it.each([
    'javascript:',
    'vbscript:',
    'data:text/html,',
    ' java\tscript:',
    `${' '.repeat(5_000)}javascript:`,
  ])('is refused after %j', (scheme) => expect(() => href(`${scheme}{{ name }}`)).toThrow('refusedAddress'));
});
