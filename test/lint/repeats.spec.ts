import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { repeatsIn } from '../../tools/lint/repeats.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const seven = Array.from({ length: 7 }, (_, i) => `  const line${i} = ${i};`).join('\n');

describe('what is written twice', () => {
  it('is found wherever it is, however it is indented', () => {
    const files = new Map([
      ['a.ts', `import { a } from 'a';\n\n${seven}\n`],
      ['b.ts', `function b() {\n${seven.replaceAll('  ', '      ')}\n}\n`],
      ['c.ts', seven.split('\n').slice(0, 5).join('\n')],
    ]);
    expect(repeatsIn(files)).toEqual(['a.ts:3 and b.ts:2 share 7 lines']);
  });

  it('does not count imports and comments', () => {
    const same = `import {\n  a,\n  b,\n  c,\n  d,\n  e,\n} from 'same';\n/**\n * one\n * two\n * three\n * four\n * five\n * six\n */\n`;
    expect(
      repeatsIn(
        new Map([
          ['a.ts', same],
          ['b.ts', same],
        ]),
      ),
    ).toEqual([]);
  });

  it('is nowhere in the product: six lines or more are said once', () => {
    const names = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.css'], {
      cwd: root,
      encoding: 'utf8',
    })
      .split('\n')
      .filter(Boolean);
    expect(names.length).toBeGreaterThan(500);
    expect(
      repeatsIn(new Map(names.map((name) => [name, readFileSync(path.join(root, name), 'utf8')]))),
    ).toEqual([]);
  });
});
