import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const imported = /(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;
const known = new Map();

/** Whether a spec, or what it imports by a path, asks for a server's address. */
export function needsServers(file) {
  if (known.has(file)) return known.get(file);
  known.set(file, false);
  const text = readFileSync(file, 'utf8');
  const needs =
    path.basename(file) === 'required-env.ts' ||
    [...text.matchAll(imported)].some(([, name]) => {
      const target = path.resolve(path.dirname(file), name);
      const found = [target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx'), target].find((one) =>
        existsSync(one),
      );
      return found !== undefined && needsServers(found);
    });
  known.set(file, needs);
  return needs;
}
