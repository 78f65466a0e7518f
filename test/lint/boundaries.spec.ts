import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import * as cases from '../../tools/lint/boundaries.cases.mjs';
import { boundaries } from '../../tools/lint/boundaries.mjs';

const badImports = cases.badImports as [room: string, filePath: string, specifier: string][];
const goodImports = cases.goodImports as [filePath: string, specifier: string][];

/** The boundary rules alone, so that a message can come from nothing else. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    { files: ['**/*.ts', '**/*.tsx'], languageOptions: { parser: tseslint.parser } },
    ...boundaries,
  ],
});

async function complaints(filePath: string, specifier: string): Promise<string[]> {
  const [result] = await eslint.lintText(`import * as it from '${specifier}';\nexport { it };\n`, {
    filePath,
  });
  return result!.messages.map((message) => `${message.ruleId}: ${message.message}`);
}

describe('the boundaries between rooms', () => {
  it.each(badImports)('%s: %s may not import %s', async (_room, filePath, specifier) => {
    expect(await complaints(filePath, specifier)).toEqual([expect.stringContaining('no-restricted-imports')]);
  });

  it.each(goodImports)('%s may import %s', async (filePath, specifier) => {
    expect(await complaints(filePath, specifier)).toEqual([]);
  });

  it('proves every boundary by a bad import', () => {
    const proven = new Set(badImports.map(([room]) => `cueline/boundary/${room}`));
    expect(boundaries.map((rule) => rule.name).filter((name) => !proven.has(name ?? ''))).toEqual([]);
  });
});
