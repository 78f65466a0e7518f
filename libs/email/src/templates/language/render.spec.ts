import { describe, expect, it } from '@jest/globals';
import {
  compileTemplate,
  fieldsOf,
  renderTemplate,
  unknownFields,
  type TemplateSource,
  type Value,
} from './index.js';

const formats = { locale: 'en-GB', zone: 'Europe/Berlin' };
let now = 0;
const clock = () => (now += 0.01);

function mail(source: Partial<TemplateSource>, data: Record<string, Value> = {}) {
  const compiled = compileTemplate({ subject: '', html: '', ...source });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const rendered = renderTemplate(compiled.template, { data, formats, clock });
  if (!rendered.ok) throw new Error(rendered.budget);
  return rendered.mail;
}
const html = (source: string, data?: Record<string, Value>) => mail({ html: source }, data).html;

describe('a template', () => {
  it('fills in fields, with a fallback where one is empty', () => {
    const data = { client: { firstName: 'Mara', company: null } };
    expect(html('Hi {{ client.firstName }}, {{ client.company | default("friend") }}', data)).toBe(
      'Hi Mara, friend',
    );
  });

  it('decides and repeats', () => {
    const source =
      '{% for tag in client.tags %}{% if tag == "vip" %}*{% endif %}{{ tag }};{% else %}none{% endfor %}';
    expect(html(source, { client: { tags: ['vip', 'returning'] } })).toBe('*vip;returning;');
    expect(html(source, { client: { tags: [] } })).toBe('none');
  });

  it('counts the turns of a loop', () => {
    const source =
      '{% for x in a %}{{ loop.index }}/{{ loop.length }} {{ x }}{{ ", " if not loop.last }}{% endfor %}{{ loop.index }}';
    expect(html(source, { a: ['x', 'y'] })).toBe('1/2 x, 2/2 y');
    const compiled = compileTemplate({ subject: '', html: source });
    expect(compiled.ok && fieldsOf(compiled.template).map(({ path }) => path)).toEqual(['a']);
  });

  it('writes dates, times and money in the brand’s language and zone', () => {
    const data = {
      booking: { startsAt: '2027-06-12T22:30:00.000Z' },
      invoice: { balance: { amountMinor: 160_000, currency: 'EUR' }, dueOn: '2027-05-01' },
    };
    expect(html('{{ booking.startsAt | date }} {{ booking.startsAt | time }}', data)).toBe(
      '13 June 2027 00:30',
    );
    expect(html('{{ invoice.balance }} by {{ invoice.dueOn }}', data)).toBe('€1,600.00 by 1 May 2027');
  });

  it('writes money with the decimals of its currency, and goes on with a language nobody knows', () => {
    const money = (currency: string) => ({ m: { amountMinor: 123_456, currency } });
    expect(html('{{ m }}', money('JPY'))).toBe('JP¥123,456');
    expect(html('{{ m | money }}', money('KWD'))).toBe('KWD\u00a0123.456');
    const compiled = compileTemplate({ subject: '{{ d }}', html: '' });
    if (!compiled.ok) throw new Error('broken');
    const environment = { data: { d: '2027-05-01' }, formats: { locale: 'no locale!', zone: 'UTC' }, clock };
    expect(renderTemplate(compiled.template, environment)).toMatchObject({ mail: { subject: '1 May 2027' } });
  });

  it('escapes a value by its place', () => {
    const data = {
      client: {
        firstName: '"><script>x</script>',
        link: 'java\nscript:alert(1)',
        site: 'https://a.test/?a=1&b=2',
      },
    };
    expect(html('{{ client.firstName }}', data)).toBe('&quot;&gt;&lt;script&gt;x&lt;/script&gt;');
    expect(html('<a title="{{ client.firstName }}">', data)).toBe(
      '<a title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">',
    );
    expect(html('<a href="{{ client.link }}">', data)).toBe('<a href="#">');
    expect(html('<a href="{{ client.site }}">', data)).toBe('<a href="https://a.test/?a=1&amp;b=2">');
    expect(mail({ text: '{{ client.firstName }}' }, data).text).toBe('"><script>x</script>');
  });

  it('cuts no character in half', () => {
    expect(html('{{ a | truncate(3) }}', { a: 'ab😀😀' })).toBe('ab😀…');
    expect(html('{{ a | urlencode }}', { a: '\ud83d' })).toBe('%EF%BF%BD');
  });

  it('keeps a subject on one line', () => {
    expect(mail({ subject: 'Hi {{ name }}' }, { name: 'a\r\nBcc: all@example.test' }).subject).toBe(
      'Hi a Bcc: all@example.test',
    );
    expect(Buffer.byteLength(mail({ subject: '{{ name }}' }, { name: 'é'.repeat(2_000) }).subject)).toBe(998);
  });

  it('names the fields it uses, and which of them have a fallback', () => {
    const compiled = compileTemplate({
      subject: '{{ booking.title }}',
      html: '{{ client.phone | default("") }}{% if client.company %}{{ client.company }}{% endif %}{% set x = 1 %}{{ x }}',
    });
    if (!compiled.ok) throw new Error('broken');
    expect(fieldsOf(compiled.template)).toMatchObject([
      { path: 'booking.title', part: 'subject', hasFallback: false },
      { path: 'client.phone', part: 'html', hasFallback: true },
      { path: 'client.company', part: 'html', hasFallback: true },
    ]);
    const [problem] = unknownFields(
      compiled.template,
      new Set(['booking.titel', 'client.phone', 'client.company']),
    );
    expect(problem).toMatchObject({
      code: 'unknownField',
      params: { field: 'booking.title', nearest: 'booking.titel' },
    });
  });

  it('tells every mistake, each with its place', () => {
    const compiled = compileTemplate({
      subject: '{{ a.constructor }}',
      html: '<p>{{ a | shout }}</p>\n{% if b[c] %}{{ d() }}{% endif %}\n<a href="javascript:x">',
    });
    expect(compiled.ok ? [] : compiled.problems).toMatchObject([
      { part: 'subject', code: 'refusedName', line: 1 },
      { part: 'html', code: 'unknownFilter', line: 1, column: 11 },
      { part: 'html', code: 'refusedExpression', line: 2 },
      { part: 'html', code: 'refusedLookup', line: 2 },
      { part: 'html', code: 'refusedAddress', line: 3, column: 10 },
    ]);
  });

  it('says where a field is that nobody knows, and which one may be meant', () => {
    const compiled = compileTemplate({ subject: '', html: '<p>\n  {{ firstName }} {{ client.fristName }}' });
    if (!compiled.ok) throw new Error('broken');
    expect(unknownFields(compiled.template, new Set(['client.firstName']))).toMatchObject([
      { line: 2, column: 6, params: { field: 'firstName', nearest: 'client.firstName' } },
      { line: 2, column: 22, params: { field: 'client.fristName', nearest: 'client.firstName' } },
    ]);
  });

  it('takes a value into an address by its place there', () => {
    const data = { a: 'x y/ü', link: 'https://a.test/b c', odd: 'a&b=c#d' };
    expect(html('<a href="https://s.test/{{ a }}?q={{ odd }}&r={{ link }}">', data)).toBe(
      '<a href="https://s.test/x%20y%2F%C3%BC?q=a%26b%3Dc%23d&r=https%3A%2F%2Fa.test%2Fb%20c">',
    );
    expect(html('<a href="{{ link }}" title="{{ link }}">', data)).toBe(
      '<a href="https://a.test/b%20c" title="https://a.test/b c">',
    );
    expect(html('<a href="mailto:{{ m }}?subject={{ a }}">', { ...data, m: 'jo@a.test' })).toBe(
      '<a href="mailto:jo@a.test?subject=x%20y%2F%C3%BC">',
    );
  });

  it('reads HTML as a browser does', () => {
    expect(html('I <3 you, {{ a }}. <a href = "/{{ a }}">1 < 2</a><!-- x --> {{ a }}', { a: 'Jo' })).toBe(
      'I <3 you, Jo. <a href = "/Jo">1 < 2</a><!-- x --> Jo',
    );
    expect(html('{% if a %}<!-- x -->{% endif %}<b>{{- a -}} </b>', { a: 'Jo' })).toBe('<!-- x --><b>Jo</b>');
  });

  it.each([
    ['{{ a', 'syntax', 1],
    ['x\n{{ a | shout }}', 'unknownFilter', 2],
    ['{{ a | default }}', 'filterArguments', 1],
    ['{% if a %}<b {% endif %}>', 'unevenBranches', 1],
  ])('says what is wrong with %j, and where', (source, code, line) => {
    const compiled = compileTemplate({ subject: '', html: source });
    expect(compiled).toMatchObject({ ok: false, problems: [{ code, part: 'html', line }] });
  });
});
