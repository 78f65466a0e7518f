import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { compileTemplate, explainTemplateProblem, renderTemplate, type Value } from './index.js';

const hostile = JSON.parse(readFileSync(new URL('./fixtures/hostile.json', import.meta.url), 'utf8')) as [
  string,
  string,
][];
const formats = { locale: 'en', zone: 'UTC' };
const big = 'ab<c '.repeat(20_000);

function attempt(source: string, data: Record<string, Value> = { a: 'value', b: 'constructor' }) {
  const compiled = compileTemplate({ subject: '', html: source });
  if (!compiled.ok) return compiled.problems[0]!.code;
  const started = cpuClock();
  const rendered = renderTemplate(compiled.template, {
    data,
    formats,
    clock: () => cpuClock() - started,
  });
  return rendered.ok ? rendered.mail.html : rendered.budget;
}

describe('hostile templates', () => {
  it.each(hostile)('%s: %s', (source, expected) => {
    const compiled = compileTemplate({ subject: '', html: source });
    if (expected !== 'harmless') {
      expect(compiled.ok ? 'allowed' : compiled.problems[0]!.code).toBe(expected);
      if (!compiled.ok) expect(explainTemplateProblem(compiled.problems[0]!, 'en')).toMatch(/[.?]$/);
      return;
    }
    expect(attempt(source)).not.toMatch(/function|native|process/);
  });

  it.each([
    [
      'loops in loops',
      '{% for x in a %}{% for y in a %}{% for z in a %}{{ x }}{% endfor %}{% endfor %}{% endfor %}',
      'steps',
    ],
    [
      'loops with empty bodies',
      '{% for x in a %}{% for y in a %}{% for z in a %}{% endfor %}{% endfor %}{% endfor %}',
      'steps',
    ],
    ['an output that grows', '{% for x in a %}{{ big }}{% endfor %}', 'output'],
    ['a value that doubles', '{% set v = "0123456789" %}' + '{% set v = v ~ v %}'.repeat(40), 'value'],
    ['a value that replaces itself', '{% set v = big | replace("a", big) %}{{ v }}', 'value'],
    ['a list of large texts', `{{ [${'big,'.repeat(150)}big] | join }}`, 'value'],
    ['a large list as text', `{{ [${'big,'.repeat(150)}big] }}`, 'value'],
    [
      'lists of lists of lists',
      `{% set v = [big, big, big] %}${'{% set v = [v, v, v, v, v, v] %}'.repeat(30)}{{ v }}`,
      '',
    ],
    [
      'filters on large texts',
      `{% for x in a %}{% set y = big ${'| upper '.repeat(30)}%}{% endfor %}`,
      'steps',
    ],
  ])('%s ends at its budget', (_name, source, budget) => {
    const list = Array.from({ length: 1_000 }, (_, i) => `item ${i}`);
    const outcome = attempt(source, { a: list, big });
    if (budget) expect(outcome).toBe(budget);
    else expect(outcome.length).toBeLessThan(1_000_000);
  });

  it.each([
    ['four loops inside each other', '{% for x in a %}'.repeat(4) + '{% endfor %}'.repeat(4)],
    ['ten thousand brackets', `{{ ${'('.repeat(10_000)}a${')'.repeat(10_000)} }}`],
    ['two thousand ifs', '{% if a %}'.repeat(2_000) + '{% endif %}'.repeat(2_000)],
    ['a long chain of nots', `{{ ${'not '.repeat(10_000)}a }}`],
    ['a long chain of filters', `{{ a ${'| upper '.repeat(10_000)} }}`],
    ['a long sum', `{{ ${Array.from({ length: 10_000 }, () => 'a').join(' + ')} }}`],
  ])('%s is too deep', (_name, source) => {
    expect(attempt(source)).toBe('tooDeep');
  });

  it.each([
    ['blanks before a trimming tag', `${' '.repeat(190_000)}x{{- a }}`],
    ['blanks after a trimming tag', `{{ a -}}${' '.repeat(190_000)}x`],
    ['unclosed comments', '{#'.repeat(90_000)],
    ['unclosed tags', '{{'.repeat(90_000)],
    ['quotes', `{{ ${'"'.repeat(190_001)}`],
    ['half-open HTML', '<a href="'.repeat(20_000)],
    ['half-open comments', '<!--'.repeat(45_000)],
    ['raw blocks', '{% raw %}'.repeat(20_000)],
    ['tags', '{{a}}'.repeat(39_000)],
    ['conditions', '{% if a %}x{% endif %}'.repeat(8_000)],
    ['one long name', `{{ ${'a'.repeat(190_000)} }}`],
  ])('%s, 190 KB of them, are read in a moment', (_name, source) => {
    const started = cpuClock();
    attempt(source);
    expect(cpuClock() - started).toBeLessThan(500);
  });

  it.each([
    ['two values', '<a href="{{ a }}{{ b }}">', 'java', 'script:alert(1)'],
    ['a value and a text', '<a href="{{ a }}s{{ b }}">', 'java', 'cript:alert(1)'],
    ['a blank before', '<a href=" {{ b }}">', '', 'javascript:alert(1)'],
    ['a text before', '<a href="java{{ b }}">', '', 'script:alert(1)'],
    ['a line end within', '<a href="{{ b }}">', '', 'java\r\nscript:alert(1)'],
    ['an entity', '<a href="{{ b }}">', '', 'java&#115;cript:alert(1)'],
    ['a data address', '<img src="{{ b }}">', '', 'data:text/html;base64,PHNjcmlwdD4='],
    ['an address from a branch', '<a href="{% if b %}{{ b }}{% else %}x{% endif %}">', '', 'javascript:x'],
    ['an older attribute', '<table background="{{ b }}">', '', 'vbscript:x'],
    ['a namespace', '<a xlink:href="{{ b }}">', '', 'javascript:x'],
  ])('no address becomes a script by %s', (_name, source, a, b) => {
    const written = attempt(source, { a, b });
    expect(written).toMatch(/="\s*(?:#|java&amp;#115;cript:alert\(1\))"/);
    expect(written).not.toMatch(/="\s*(?:java|vb)script:|="\s*data:/);
  });

  it.each([
    ['"><script>x</script>', '<b title="{{ a }}">'],
    ["' onmouseover='x", "<b title='{{ a }}'>"],
    ['</title><script>', '<p>{{ a }}</p>'],
    ['" onerror="x', '<img src="https://a.test/{{ a }}?b={{ a }}">'],
    ['`{{ b }}', '{{ a }}'],
  ])('what an outsider typed stays text: %s', (a, source) => {
    const written = attempt(source, { a, b: 'secret' });
    expect(written).not.toContain(a);
    expect(written).not.toMatch(/<script|\son\w+=["']|secret/);
  });

  it('refuses a template of many megabytes', () => {
    expect(attempt('x'.repeat(5_000_000))).toBe('tooLong');
  });

  it.each(['trim', 'title', 'replace("<", "")', 'truncate(10)', 'urlencode', 'upper'])(
    '%s is quick on 100 KB from outside',
    (filter) => {
      const started = cpuClock();
      attempt(`{{ big | ${filter} }}`, { big: ' '.repeat(50_000) + big.slice(0, 50_000) });
      expect(cpuClock() - started).toBeLessThan(1_000);
    },
  );
});
