import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const src = fileURLToPath(new URL('../', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(?<!\.spec|\.fixture)\.tsx$/.test(file) && !file.includes('generated'),
);

/** Properties whose value is read by people. */
const spoken =
  /^(?:label|title|placeholder|description|about|empty|text|message|failed|missing|submit|confirm|cancel|header|alt|aria-label|aria-description|ariaLabel|nothingFoundMessage)$/;
/** The name of the product and the beginning of an address are the same in each language; the tones of a status dot are read by nobody. */
const same = new Set(['Cueline', 'https://', 'you', 'broken']);
const isText = (text: string): boolean =>
  /\p{L}{2}/u.test(text.replace(/&\w+;/g, '')) && !same.has(text.trim());

function looseText(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(src, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && isText(node.text)) found.push(`${file}: ${node.text.trim()}`);
    const named =
      (ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) &&
      node.name.getText(source).replace(/'/g, '');
    const value = named && spoken.test(named) ? node.initializer : undefined;
    if (value && ts.isStringLiteral(value) && isText(value.text))
      found.push(`${file}: ${named} ${value.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('every text of the screens is in a catalogue', () => {
  expect(files.length).toBeGreaterThan(90);
  expect(files.flatMap(looseText)).toEqual([]);
});
