import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const statement = /^(?:import|export)[^;]*?from '([^']+)'|^import '([^']+)'/gm;

/** Packages that a script and all that it imports need before its first line runs. */
function packagesOf(script: string, seen = new Set<string>()): string[] {
  if (seen.has(script)) return [];
  seen.add(script);
  const named = [...readFileSync(script, 'utf8').matchAll(statement)].map(([, from, bare]) => from ?? bare!);
  return named.flatMap((name) => {
    if (name.startsWith('.')) return packagesOf(path.resolve(path.dirname(script), name), seen);
    return name.startsWith('node:') ? [] : [name];
  });
}

describe('a checkout in which nothing is installed yet', () => {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  it('needs no package before it installs them', () => {
    expect(packagesOf(path.join(root, 'tools/provision/main.mjs'))).toEqual([]);
  });

  it.each(['start', 'test', 'bench', 'check'])('npm run %s installs them first', (command) => {
    expect(scripts[command]).toMatch(/^exec sh tools\/on-runtime\.sh tools\/\w+\/\w+\.mjs/);
  });
});
