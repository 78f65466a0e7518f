import { readFileSync } from 'node:fs';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpuClock } from '../../cpu-clock.fixture.js';
import { compileTemplate, renderTemplate, type Value } from './index.js';
import { randomOf } from '../../random.fixture.js';
import { alter } from './mutate.fixture.js';

/**
 * A hundred thousand templates, each an ordinary or a hostile one that was cut, joined and sprinkled with the words of known escapes. None may reach what it
 * was not given: a mark lies on every object, every function and the process, and none may ever be written.
 */
const mutations = Number(process.env['MUTATIONS'] ?? 100_000);
const chunk = 10_000;
const mark = 'what no template was given';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8'));
const sources = [
  ...(read('ordinary') as string[]),
  ...(read('hostile') as [source: string, outcome: string][]).map(([source]) => source),
];

const names = ['planted', 'secret', 'polluted'];
const bearsMark = (target: object, isSeen = false) => {
  for (const name of names)
    Object.defineProperty(target, name, {
      value: mark,
      configurable: true,
      writable: true,
      enumerable: isSeen,
    });
  return target;
};
/** What the data inherits. The names are on no plain object, or the checks would refuse them for that. */
const inherited = bearsMark({});
const heir = <T extends object>(own: T): T => Object.setPrototypeOf(own, inherited) as T;
const data = heir({
  a: 'value',
  b: 'constructor',
  name: 'Mara',
  tags: ['vip', '__proto__'],
  client: heir({ firstName: 'Mara', company: null, link: 'java\nscript:alert(1)' }),
  items: [heir({ label: 'album', price: 150 })],
}) satisfies Record<string, Value>;

const planted = [Function.prototype, Array.prototype, String.prototype, Number.prototype, globalThis];
beforeAll(() => {
  for (const target of planted) bearsMark(target);
  bearsMark(process.env, true);
});
afterAll(() => {
  for (const target of [...planted, process.env])
    for (const name of names) Reflect.deleteProperty(target, name);
});

/** As a browser reads an address: blanks in front and line ends within do not count (WHATWG URL 4.4). */
const runs = /^[\0- ]*(?:java|vb)script:/i;
const leads = new Set(['href', 'src', 'xlink:href', 'action', 'formaction', 'background', 'data', 'poster']);

/** The addresses in what a browser would make of the text. */
function addressesOf(node: DefaultTreeAdapterTypes.Node): readonly string[] {
  const own = 'attrs' in node ? node.attrs.filter(({ name }) => leads.has(name)) : [];
  const children = 'childNodes' in node ? node.childNodes : [];
  return [...own.map(({ value }) => value.replace(/[\t\n\r]/g, '')), ...children.flatMap(addressesOf)];
}

const objectNames = Reflect.ownKeys(Object.prototype).length;

/** What is wrong with what became of the template; undefined if nothing is. */
function hit(source: string, compiled: ReturnType<typeof compileTemplate>): string | undefined {
  let written = '';
  if (compiled.ok) {
    const started = cpuClock();
    const clock = () => cpuClock() - started;
    const rendered = renderTemplate(compiled.template, {
      data,
      formats: { locale: 'en', zone: 'UTC' },
      clock,
    });
    if (rendered.ok) written = rendered.mail.html;
  }
  if (written.includes(mark)) return `it read what it was not given: ${written}`;
  if (/\[native code\]|\[object |function \w*\(|=> /.test(written.replaceAll(source, '')))
    return `it wrote an object or a function: ${written}`;
  if (/script:/i.test(written) && addressesOf(parseFragment(written)).some((address) => runs.test(address)))
    return `it wrote an address that runs: ${written}`;
  if (Object.keys({}).length > 0 || Reflect.ownKeys(Object.prototype).length !== objectNames)
    return 'it changed what every object has';
  return undefined;
}

describe('a template that was altered at random', () => {
  it.each(Array.from({ length: Math.ceil(mutations / chunk) }, (_, i) => i))(
    'reaches nothing, and ends: turn %i',
    (turn) => {
      const hits: string[] = [];
      let allowed = 0;
      for (let seed = turn * chunk; seed < Math.min(mutations, (turn + 1) * chunk); seed++) {
        const source = alter(randomOf(seed), sources);
        const compiled = compileTemplate({ subject: '', html: source });
        const found = hit(source, compiled);
        if (found) hits.push(`${seed}: ${JSON.stringify(source)}: ${found}`);
        if (compiled.ok) allowed++;
      }
      expect(hits).toEqual([]);
      // Altered so that neither everything nor nothing is refused.
      expect(allowed).toBeGreaterThan(chunk / 20);
      expect(allowed).toBeLessThan((chunk * 19) / 20);
    },
  );

  it.each(['a', 'client', 'tags', 'items'] as const)(
    'would be noticed if it read what %s inherits',
    (name) => {
      expect((data[name] as { planted?: string }).planted).toBe(mark);
    },
  );
});
