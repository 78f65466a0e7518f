import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
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
  const started = performance.now();
  const rendered = renderTemplate(compiled.template, {
    data,
    formats,
    clock: () => performance.now() - started,
  });
  return rendered.ok ? rendered.mail.html : rendered.budget;
}

describe('hostile templates', () => {
  it.each(hostile)('%s: %s', (source, expected) => {
    const compiled = compileTemplate({ subject: '', html: source });
    if (expected !== 'harmless') {
      expect(compiled).toMatchObject({ ok: false, problems: [{ code: expected }] });
      if (!compiled.ok) expect(explainTemplateProblem(compiled.problems[0]!)).toMatch(/^[^{}]+\.$|Take|Did/);
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
    ['a value that replaces itself', '{% set v = big | replace("a", big) %}{{ v }}', ''],
  ])('%s ends at its budget', (_name, source, budget) => {
    const list = Array.from({ length: 1_000 }, (_, i) => `item ${i}`);
    const outcome = attempt(source, { a: list, big });
    if (budget) expect(outcome).toBe(budget);
    else expect(outcome.length).toBeLessThan(1_000_000);
  });

  it.each([
    ['four loops inside each other', '{% for x in a %}'.repeat(4) + '{% endfor %}'.repeat(4)],
    ['ten thousand brackets', `{{ ${'('.repeat(10_000)}a${')'.repeat(10_000)} }}`],
    ['five thousand ifs', '{% if a %}'.repeat(5_000) + '{% endif %}'.repeat(5_000)],
    ['a long chain of nots', `{{ ${'not '.repeat(10_000)}a }}`],
    ['a long chain of filters', `{{ a ${'| upper '.repeat(10_000)} }}`],
    ['a long sum', `{{ ${Array.from({ length: 10_000 }, () => 'a').join(' + ')} }}`],
  ])('%s is too deep', (_name, source) => {
    expect(attempt(source)).toBe('tooDeep');
  });

  it('refuses a template of many megabytes', () => {
    expect(attempt('x'.repeat(5_000_000))).toBe('tooLong');
  });

  it.each(['trim', 'title', 'replace("<", "")', 'truncate(10)', 'urlencode', 'upper'])(
    '%s is quick on 100 KB from outside',
    (filter) => {
      const started = performance.now();
      attempt(`{{ big | ${filter} }}`, { big: ' '.repeat(50_000) + big.slice(0, 50_000) });
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it('generates no code: works where code from strings is forbidden', () => {
    const original = globalThis.Function;
    const forbidden = function forbidden() {
      throw new EvalError('code from strings');
    };
    globalThis.Function = forbidden as unknown as FunctionConstructor;
    try {
      expect(attempt('{% if a %}{{ a | upper }}{% endif %}')).toBe('VALUE');
    } finally {
      globalThis.Function = original;
    }
  });
});
