import { describe, expect, it } from '@jest/globals';
import {
  compileTemplate,
  explainTemplateProblem,
  renderTemplate,
  type TemplatePart,
  type Value,
} from './index.js';

const data: Record<string, Value> = { client: { firstName: 'Mara', lastName: '', age: 5 }, a: 5, b: 2 };

function read(source: string, part: TemplatePart = 'html') {
  const compiled = compileTemplate({ subject: '', html: '', [part]: source });
  if (!compiled.ok)
    return {
      problems: compiled.problems.map(
        (one) => `${one.line}:${one.column} ${explainTemplateProblem(one, 'en')}`,
      ),
    };
  const environment = { data, formats: { locale: 'en', zone: 'UTC' }, clock: () => 0 };
  const rendered = renderTemplate(compiled.template, environment);
  return { text: rendered.ok ? rendered.mail[part] : rendered.budget };
}

describe('a tag that was typed in a word processor', () => {
  it.each([
    ['“there”'],
    ['„there“'],
    ['”there”'],
    ['‘there’'],
    ['’there’'],
    ['‚there‘'],
    ['«there»'],
    ['»there«'],
    ['‹there›'],
    ['「there」'],
    ['『there』'],
    ['＂there＂'],
    ['&quot;there&quot;'],
    ['&#34;there&#34;'],
    ['&#39;there&#39;'],
    ['&apos;there&apos;'],
    ['&ldquo;there&rdquo;'],
    ['&lsquo;there&rsquo;'],
    ['&laquo;there&raquo;'],
    ['&bdquo;there&ldquo;'],
    ['&#x201c;there&#x201d;'],
    ['"there”'],
    ['“there"'],
    ["'there’"],
    ['´there´'],
    ['"there"'],
    ["'there'"],
  ])('has its text in %s', (quoted) => {
    for (const part of ['html', 'text', 'subject'] as const)
      expect(read(`{{ client.lastName | default(${quoted}) }}`, part)).toEqual({ text: 'there' });
  });

  it.each([
    ['{{ client.lastName | default(“l’amie”) }}', 'l’amie'],
    ['{{ client.lastName | default(‘l’amie’) }}', 'l’amie'],
    ['{{ client.lastName | default("say “hi”") }}', 'say “hi”'],
    ['{{ client.lastName | default(“say "hi"”) }}', undefined],
    ['{{ client.lastName | default("Tom &amp; Ann") }}', 'Tom &amp; Ann'],
    ['{{ client.lastName | default("a }} b") }}', 'a }} b'],
    ['{{ client.lastName | default("a \\" b") }}', 'a &quot; b'],
    ['{{&nbsp;client.firstName&nbsp;}}', 'Mara'],
    ['{{&#160;client.firstName&#xa0;}}', 'Mara'],
    ['{{\u00a0client.firstName\u00a0}}', 'Mara'],
    ['{{\u2009client.firstName\u202f}}', 'Mara'],
    ['{{\u3000client.firstName }}', 'Mara'],
    ['{{ \ufeffclient.first\u00adName\u200b }}', 'Mara'],
    ['{{ client&shy;.firstName&zwnj; }}', 'Mara'],
    ['{{ client.firstName&#8203; }}', 'Mara'],
    ['{{ client.firstName ｜ upper }}', 'MARA'],
    ['{{ client.firstName ¦ upper }}', 'MARA'],
    ['{{ client.firstName &#124; upper }}', 'MARA'],
    ['{{ client．firstName }}', 'Mara'],
    ['{{ client.firstName ｝｝', 'Mara'],
    ['{% if client.age &gt; 3 %}y{% endif %}', 'y'],
    ['{% if client.age &lt; 3 %}y{% else %}n{% endif %}', 'n'],
    ['{% if client.age &gt;= 5 %}y{% endif %}', 'y'],
    ['{% if client.age ≥ 5 %}y{% endif %}', 'y'],
    ['{% if client.age ≠ 4 %}y{% endif %}', 'y'],
    ['{% if client.age ＝＝ 5 %}y{% endif %}', 'y'],
    ['{%&nbsp;if client.firstName&nbsp;%}y{%&nbsp;endif&nbsp;%}', 'y'],
    ['{{ a – b }}', '3'],
    ['{{ a − b }}', '3'],
    ['<b> {{– client.firstName –}} </b>', '<b>Mara</b>'],
    ['{{ a × b }}', '10'],
  ])('is read: %s', (source, text) => {
    if (text !== undefined) expect(read(source)).toEqual({ text });
    else expect(read(source)).toEqual({ problems: [expect.stringContaining('1:')] });
  });

  it.each([
    [
      '{{ <b>client</b>.firstName }}',
      '1:4 A tag is split by <b>. Write it without formatting inside: {{ client.firstName }}',
    ],
    [
      '<p>{{ client.</span><span style="x">firstName }}</p>',
      '1:14 A tag is split by </span>. Write it without formatting inside: {{ client.firstName }}',
    ],
    ['{{ client.firstName<br> }}', '1:20 A tag is split by <br>.'],
    ['{% if <i>a</i> %}x{% endif %}', '1:7 A tag is split by <i>.'],
    [
      '{{ client.firstName }',
      '1:1 This cannot be read: "{{ client.firstName }" is closed by one brace. Close it with "}}".',
    ],
    [
      'Hi {{ client.firstName, on {{ a }}',
      '1:4 This cannot be read: this tag is not closed before the next one begins. Close it with "}}".',
    ],
    ['x\n{{ client.firstName', '2:1 This cannot be read: this tag is never closed. Close it with "}}".'],
    ['{{ client.firstName %}', '1:1 This cannot be read: "{{" is closed by "%}". Write "}}" at its end.'],
    ['{% if a }}x{% endif %}', '1:1 This cannot be read: "{%" is closed by "}}". Write "%}" at its end.'],
    ['{{ }}', '1:1 This cannot be read: this tag is empty.'],
    [
      '{{{ client.firstName }}}',
      '1:1 This cannot be read: a tag has two braces, not three. Write {{ client.firstName }}.',
    ],
    [
      '{{ client.firstName }}}',
      '1:1 This cannot be read: a tag has two braces, not three. Write {{ client.firstName }}',
    ],
    ['{{ a || "x" }}', 'Write "or", or the filter default("…").'],
    ['{% if a &amp;&amp; b %}x{% endif %}', 'Write "and".'],
    ['{{ a|default:"x" }}', 'Put what a filter takes into brackets'],
    ['{% if a = 3 %}x{% endif %}', 'Compare with "==".'],
    ['{{#if a}}x{{/if}}', '1:1 This cannot be read: "{{#if a}}" is written for another program.'],
    ['{{ client.firstName… }}', '1:4 "client'.replace('client', '')],
    ['{{ сlient.firstName }}', '1:4 "сlient" cannot be used as a name: "с" (U+0441) is none of its letters.'],
    [
      '{{ client.lastName | default(“there) }}',
      '1:30 This cannot be read: the quotation mark “ is never closed. Put the text between straight quotation marks: "…".',
    ],
  ])('has its problem at the very place: %s', (source, problem) => {
    const { problems = [] } = read(source);
    expect(problems.join('\n')).toContain(
      problem.startsWith('1:4 "') && !problem.includes('cannot') ? 'cannot be used as a name' : problem,
    );
  });
});

describe('braces of style sheets', () => {
  const greeting = '<p>Hello {{ client.firstName }}</p>';
  it.each([
    '<style>@media only screen and (max-width:480px){#hero{width:100%}}</style>',
    '<style>@media screen{#a{color:red}}</style>',
    '<STYLE type="text/css">@media screen{#a{color:#fff}#b{color:#000}}</STYLE>',
    '<style>@keyframes x{0%{top:0}100%{top:1px}}</style>',
    '<style>a{width:{%;}</style>',
    '<style>a{color:#}#}</style>',
    '<style>.a{b:c}#}</style>',
    '<style>@media print{a{color:red}}</style>',
    '<!--[if mso]><style>@media x{#hero{color:red}}</style><![endif]-->',
    '<!--[if gte mso 9]><xml><o:x/></xml><![endif]-->',
    '<style><!-- @media x{#hero{color:red}} --></style>',
    '<script type="application/ld+json">{"a":{"b":{"c":1}}}</script>',
    '<style>{#}</style>',
  ])('stay as they are: %s', (css) => {
    expect(read(css + greeting)).toEqual({ text: `${css}<p>Hello Mara</p>` });
  });

  it('do not swallow what is between two of them', () => {
    const source = `<style>@media screen{#a{color:red}}</style><p>Dear {{ client.firstName }}</p><style>@media print{#b{color:red}}</style><!-- #} -->`;
    expect(read(source).text).toContain('Dear Mara');
    const compiled = compileTemplate({ subject: '', html: source });
    expect(compiled.ok && compiled.warnings).toMatchObject([
      { code: 'strayCommentEnd', severity: 'warning' },
    ]);
  });

  it('may hold comments and conditions of the template', () => {
    expect(read('<style>{# note #}a{b:c}{#x#}{% if a %}i{j:k}{% endif %}</style>')).toEqual({
      text: '<style>a{b:c}i{j:k}</style>',
    });
  });

  it.each([
    ['<style>a{{color:red}}</style>', '1:9 "{{" in a style sheet begins a field'],
    ['<style>a{b:{{ client.firstName }}}</style>', '1:15 A field cannot stand inside <style>'],
    [
      '<style>@media x{# hero{a:b}}</style><p>x</p>',
      '1:16 This cannot be read: a comment "{#" is never closed.',
    ],
    ['<p>\n  {#hero', '2:3 This cannot be read: a comment "{#" is never closed.'],
  ])('have their problem at the very place: %s', (source, problem) => {
    expect(read(source).problems?.join('\n')).toContain(problem);
  });

  it('a comment that hides markup is named', () => {
    const compiled = compileTemplate({ subject: '', html: 'a {# <p>Dear {{ client.firstName }}</p> #} b' });
    expect(compiled.ok && compiled.warnings).toMatchObject([
      { code: 'commentHides', line: 1, column: 3, params: { tag: 'p' } },
    ]);
    const plain = compileTemplate({ subject: '', html: 'a {# a note #} b' });
    expect(plain.ok && plain.warnings).toEqual([]);
  });
});
