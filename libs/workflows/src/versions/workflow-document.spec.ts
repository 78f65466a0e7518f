import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { explainProblem, parseDefinition } from '../analysis/index.js';
import { blankDefinition, type Definition } from '../definition/index.js';
import { kinds } from '../kinds/index.js';
import { readDocument, templatesOf, withTemplates, writeDocument } from './index.js';

const folder = fileURLToPath(new URL('../analysis/definitions/valid/', import.meta.url));
const definitionIn = (file: string) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as Definition;
const [one, two, three] = [1, 2, 3].map((n) => `01890000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const nameOf = (id: string) => (id === one ? 'Welcome' : undefined);
const blank = { cueline: 1, name: 'Reminder', description: '', definition: blankDefinition(), templates: [] };

/** As a database of JSON gives it back: the keys in an order of its own. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? 1 : -1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, reordered(inner)]));
}

describe('a workflow as a file', () => {
  it.each(readdirSync(folder))('%s comes back byte by byte, and says the same', (file) => {
    const definition = definitionIn(file);
    const about = { name: 'Reminder', description: 'Three days before' };
    const text = writeDocument({ ...about, definition }, nameOf);
    const read = readDocument(JSON.parse(text));
    if (!read.ok) throw new Error(explainProblem(read.problems[0]!, 'en'));
    expect(read.document).toMatchObject({ ...about, definition });
    const stored = { ...read.document, definition: reordered(read.document.definition) as Definition };
    expect(writeDocument(stored, nameOf)).toBe(text);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('begins with what a reader looks for, and names the templates it needs', () => {
    const mail = { ...kinds.sendMail.defaults('hello'), template: one };
    const definition = {
      ...blankDefinition(),
      steps: [mail, { ...mail, id: 'again' }, kinds.end.defaults('over')],
    };
    const text = writeDocument({ name: 'Hello', description: '', definition }, nameOf);
    expect(text).toMatch(
      /^\{\n {2}"cueline": 1,\n {2}"name": "Hello",\n {2}"description": "",\n {2}"definition": \{\n/,
    );
    expect((JSON.parse(text) as { templates: unknown }).templates).toEqual([{ id: one, name: 'Welcome' }]);
  });

  it.each<[string, unknown, { code: string; path: string; message: string }]>([
    [
      'another version of the language, and nothing about what that may mean',
      { ...blank, definition: { schemaVersion: 7, trigger: 'tomorrow' } },
      {
        code: 'definition.unknownVersion',
        path: '/definition/schemaVersion',
        message: 'This is written in version 7 of the workflow language. Known here: 1.',
      },
    ],
    [
      'another format of the file',
      { ...blank, cueline: 2 },
      { code: 'definition.notAllowed', path: '/cueline', message: 'Allowed here: 1.' },
    ],
    [
      'no name',
      { ...blank, name: undefined },
      { code: 'definition.missing', path: '/name', message: '"name" is missing.' },
    ],
    [
      'a step that is none',
      { ...blank, definition: { ...blankDefinition(), steps: [{ id: 'a', kind: 'dance' }] } },
      {
        code: 'step.unknownKind',
        path: '/definition/steps/0/kind',
        message: `There is no step "dance". Known: ${Object.keys(kinds).join(', ')}.`,
      },
    ],
    [
      'a definition that is none',
      { ...blank, definition: [] },
      { code: 'definition.wrongType', path: '/definition', message: 'This must be an object, not a list.' },
    ],
  ])('refuses %s', (_name, json, { code, path, message }) => {
    const read = readDocument(json);
    expect(read).toMatchObject({ ok: false, problems: [{ code, path }] });
    expect(read.ok ? '' : explainProblem(read.problems[0]!, 'en')).toBe(message);
  });

  it.each([null, 7, 'text', [], {}, { toString: 1 }, JSON.parse('{"__proto__": {"cueline": 1}}') as object])(
    'never throws, whatever the JSON: %j',
    (json) => expect(readDocument(json).ok).toBe(false),
  );
});

describe('the templates of a definition', () => {
  it('are replaced wherever they stand, and nothing else is', () => {
    const inner = definitionIn('wedding-decision.json');
    const first = { ...kinds.sendMail.defaults('first'), template: two };
    const definition = { ...inner, steps: [first, ...inner.steps] };
    expect(templatesOf(definition)).toEqual([two, one]);
    const other = withTemplates(definition, (id) => (id === one ? three : id));
    expect(templatesOf(other)).toEqual([two, three]);
    expect(JSON.stringify(other)).toBe(JSON.stringify(definition).replaceAll(one, three));
    expect(parseDefinition(other).ok).toBe(true);
  });
});
