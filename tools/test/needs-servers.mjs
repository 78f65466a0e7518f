import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTKIT = '@cueline/testkit/';
const testkit = fileURLToPath(new URL('../../libs/testkit/src/', import.meta.url));
const imported = new RegExp(`(?:from|import)\\s*\\(?\\s*'((?:\\.{1,2}/|${TESTKIT})[^']+)'`, 'g');
const known = new Map();

/** Whether a spec, or what it imports by a path or from the testkit, asks for a server's address. */
export function needsServers(file) {
  if (known.has(file)) return known.get(file);
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const needs =
    path.basename(file) === 'required-env.ts' ||
    [...text.matchAll(imported)].some(([, name]) => {
      const found = fileOf(name, path.dirname(file));
      return found !== undefined && needsServers(found);
    });
  known.set(file, needs);
  return needs;
}

function fileOf(name, folder) {
  if (name.startsWith(TESTKIT)) return `${path.join(testkit, name.slice(TESTKIT.length))}.ts`;
  const target = path.resolve(folder, name);
  return [target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx'), target].find((one) =>
    existsSync(one),
  );
}
