import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { compileTemplate, explainTemplateProblem, renderTemplate, type TemplatePart } from './index.js';

function problemsOf(source: string, part: TemplatePart = 'html') {
  const compiled = compileTemplate({ subject: '', html: '', [part]: source });
  return compiled.ok ? compiled.warnings : compiled.problems;
}
const severities = (source: string, part?: TemplatePart) =>
  problemsOf(source, part).map(({ severity }) => severity);

describe('a placeholder that is left over', () => {
  it.each(
    [
      '*|FNAME|*',
      '*|IF:FNAME|*',
      '*|UNSUB|*',
      '*|MC:SUBJECT|*',
      '{ client.firstName }',
      '{client.firstName}',
      '{ client.firstName }}',
      '{client.firstName | default("x")}',
      '[[first_name]]',
      '[[ Name ]]',
      '&lt;&lt;name&gt;&gt;',
      '%FIRSTNAME%',
      '%recipient.name%',
      '%%FirstName%%',
      '%first_name%',
      '${name}',
      '${client.firstName}',
      '#{name}',
      '[FIRST NAME]',
      '[First Name]',
      '[Name]',
      '[Your Name]',
      '[INSERT DATE]',
      '{first_name}',
      '{firstName}',
      '{FIRST_NAME}',
      '{name}',
      '{first_name|there}',
      '{contact.first_name}',
      '@@name@@',
      '{!Contact.FirstName}',
      '{!$User.Name}',
      '<%= name %>',
      '&lt;%= name %&gt;',
      '__NAME__',
      '__FIRST_NAME__',
      '｛｛ client.firstName ｝｝',
      '%7B%7Bclient.firstName%7D%7D',
      '%7b%7b client.firstName %7d%7d',
      '&#123;&#123; client.firstName &#125;&#125;',
      '&lbrace;&lbrace; client.firstName &rbrace;&rbrace;',
      '&lcub;{ client.firstName }}',
      '{&#8203;{ client.firstName }}',
      '{\u200b{ client.firstName }}',
      '{ { client.firstName } }',
      '{&nbsp;{ client.firstName }&nbsp;}',
      '{<span>{ client.firstName }</span>}',
      '<b>{</b>{ client.firstName }}',
      '&#123;% if client.firstName %&#125;',
      '%7B%25 if client.firstName %25%7D',
      'client.firstName }}',
      '{$name}',
      '{$contact.name}',
      '[%first_name%]',
      '[% name %]',
      '<?= $name ?>',
      '##FIRSTNAME##',
      '$$name$$',
      '&laquo;',
      '[Vorname]',
      '{Vorname}',
      '{ vorname }',
      '%VORNAME%',
      '[Prénom]',
      '{First Name}',
      '{Client Name}',
      '#FNAME#',
      '|FNAME|',
      '$FIRSTNAME',
      '[@name]',
      '{@firstName}',
      '%%=v(@FirstName)=%%',
      '<first_name>',
      '&lt;first_name&gt;',
      '&lt;First Name&gt;',
      '{{ "*|FNAME|*" }}',
      '{{ client.firstName | default("[First Name]") }}',
    ].filter((one) => one !== '&laquo;'),
  )('%s is an error, in HTML and text, with what to write', (placeholder) => {
    for (const part of ['html', 'text', 'subject', 'preheader'] as const) {
      const [first] = problemsOf(`Dear ${placeholder}, welcome.`, part);
      expect(first).toMatchObject({ severity: 'error', part, line: 1 });
      expect(explainTemplateProblem(first!, 'en')).toMatch(/mailed as it is.*\{[{%] .+ [}%]\}$/);
    }
  });

  it('is an error in HTML as <<Name>>, in a link and in an attribute', () => {
    expect(severities('<p>Dear <<Name>></p>')).toEqual(['error']);
    const link = '<a href="https://x.example.test/?e=%7B%7B%20client.email%20%7D%7D">x</a>';
    expect(problemsOf(link)).toMatchObject([
      {
        code: 'encodedTag',
        line: 1,
        column: 36,
        params: { found: '%7B%7B%20client.email%20%7D%7D', write: '{{ client.email }}' },
      },
    ]);
    for (const brace of [
      '&#123;&#123;',
      '&#x7b;&#x7b;',
      '&lbrace;&lbrace;',
      '{&#8203;{',
      '%257B%257B',
      '{%7B',
    ])
      expect(severities(`<a href="https://x.test/?e=${brace}client.email}}">x</a>`)).toEqual(['error']);
    expect(severities('<img src="https://x.test/*|FNAME|*.png">')).toEqual(['error']);
  });

  it('is named once, at its place, with the field that is meant', () => {
    const [problem, ...more] = problemsOf('<p>\n  Dear *|FNAME|*</p>');
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ code: 'leftover', line: 2, column: 8, offset: 11 });
    expect(explainTemplateProblem(problem!, 'en')).toBe(
      '"*|FNAME|*" is a placeholder of another program, and would be mailed as it is. Insert client.firstName instead: {{ client.firstName }}',
    );
  });

  it.each([
    'See [Link] and [1] and [click here] [sic] […]',
    '{}',
    '{ }',
    '{"a": {"b": [1]}}',
    '{ "name": "x" }',
    'a{color:red}',
    '{color: red; top: 0}',
    'Only 100% today, 50% off, 5%-10%',
    'mara@example.test',
    'a@@b',
    'C# and F#',
    '#hashtag # {x}',
    'x = {1, 2}',
    '{1}',
    '{0}',
    '1 << n >> 2',
    'https://x.test/caf%C3%A9?a=%7B%22b%22%3A1%7D',
    'https://x.test/?q=100%25',
    '____',
    '__',
    '* | *',
    '** bold ** | x',
    '$100 {net}',
    '$5 and $name',
    '{a} or {b}',
    '<!-- [if mso] -->',
    '[Name](https://x.test)',
    '[x] done',
    '[optional]',
    '(name)',
    '«Bonjour»',
    '« Salut »',
    '<p style="color:#fff">x</p>',
    'if (a) { return { b } }',
    '&lt;b&gt;',
    '&lt;name@example.test&gt;',
    '{ {',
    '} }',
    '}}',
    '{…}',
    '[2027-06-12]',
    'A|B',
    '*|*',
    '%20name%20',
    '-name-',
    'a |b| c',
    '$USD 5 and $EUR',
    '#1# and #tag#',
    '{the rest}',
    '{{ client.firstName | default("there [1]") }}',
    'x {{{ "y" }}'.replace('{{{', '{{'),
    '{"a": {{ b }}}',
    ':name',
    '<<',
    '>>',
    '&laquo;&raquo;',
  ])('is not seen in %s', (prose) => {
    expect(problemsOf(prose)).toEqual([]);
    expect(problemsOf(prose, 'text')).toEqual([]);
  });

  it.each([
    '[DATE]',
    '{email}',
    '{session_room}',
    '[[Page]]',
    '%ORDER_ID%',
    '<code>{first_name}</code>',
    '<code>*|FNAME|*</code>',
    '<!-- *|FNAME|* -->',
    '{user_id}',
    '{v1.x}',
    '«Order_Ref»',
    '__TEXT__',
  ])('is a warning, where it may be meant so: %s', (prose) => expect(severities(prose)).toEqual(['warning']));

  it('is none in what a record holds', () => {
    const compiled = compileTemplate({ subject: '{{ a }}', html: '<p>{{ a }}</p>' });
    if (!compiled.ok) throw new Error('broken');
    const environment = {
      data: { a: '*|FNAME|* [[x]] {name}' },
      formats: { locale: 'en', zone: 'UTC' },
      clock: () => 0,
    };
    expect(renderTemplate(compiled.template, environment)).toMatchObject({
      ok: true,
      mail: { subject: '*|FNAME|* [[x]] {name}' },
    });
  });

  it('is not looked for in style sheets and scripts', () => {
    expect(
      problemsOf('<style>a{b:c}#{name}</style><script>const x = `${name}`; const y = {name};</script>'),
    ).toEqual([]);
  });

  it.each([
    '%7B',
    '%7B%7B',
    '{ ',
    '*|',
    '[[',
    '${',
    '#{',
    '<<',
    '&lt;&lt;',
    '%a',
    '__a',
    '{a',
    '&#123;',
    '<code>',
    '{%7B a',
    '{<b>',
    '[a ',
    '{#',
    '<!--',
    '<style>',
    '{{ "',
    '{{ “',
    '{{ <b x="',
  ])('190 KB of %j are read in a moment', (piece) => {
    const started = cpuClock();
    problemsOf(piece.repeat(Math.floor(190_000 / piece.length)));
    expect(cpuClock() - started).toBeLessThan(1_500);
  });
});
