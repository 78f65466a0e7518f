import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as lint from '../../tools/lint/import-circles.mjs';

const sourcesIn = lint.sourcesIn as (...folders: string[]) => string[];
const importCircles = lint.importCircles as (files: string[]) => string[][];
const root = fileURLToPath(new URL('../../', import.meta.url));

describe('imports', () => {
  let folder: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cueline-circles-')));
    const files = {
      'types.ts': "import type { Other } from './other.js';\nexport type It = Other;\n",
      'other.ts': "export type Other = import('./deep.js').Deep;\n",
      'deep.ts': "export type { It as Deep } from './types.js';\n",
      'apart.ts': "import type { It } from './types.js';\nexport type Apart = It;\n",
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('that go round by types alone are found', () => {
    const circles = importCircles(sourcesIn(folder));
    expect(circles.map((circle) => circle.map((file) => path.basename(file)))).toEqual([
      ['deep.ts', 'other.ts', 'types.ts'],
    ]);
  });

  it('go round nowhere in the product, its tests and its tools', () => {
    const files = sourcesIn(...['apps', 'libs', 'test', 'tools'].map((room) => path.join(root, room)));
    expect(files.length).toBeGreaterThan(500);
    const circles = importCircles(files).map((circle) => circle.map((file) => path.relative(root, file)));
    expect(circles).toEqual([]);
  });
});
