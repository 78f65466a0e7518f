import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { reasonCodes as allCodes } from '@cueline/workflows';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import * as cases from '../../tools/lint/reasons.cases.mjs';
import { reasonCodes, reasonRules } from '../../tools/lint/reasons.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A file that is there, whose text the cases stand in for. */
const filePath = `${root}apps/worker/src/engine/activities/journal-row.ts`;

/** The rule alone. */
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts'],
      languageOptions: {
        parser: tseslint.parser,
      },
    },
    ...reasonRules,
  ],
});

const brokenRules = async (code: string) => {
  const [result] = await eslint.lintText(`${cases.REASON}${code}\n`, { filePath });
  return [...new Set(result!.messages.map(({ ruleId }) => ruleId))];
};

describe('reasons explain, and decide nothing', () => {
  it('knows every code', () => expect([...reasonCodes].sort()).toEqual([...allCodes].sort()));

  it.each(cases.badReasons)('refuses %s', async (code) => {
    expect(await brokenRules(code)).toEqual(['cueline-reasons/explain-only']);
  });

  it.each(cases.goodReasons)('lets %s pass', async (code) => {
    expect(await brokenRules(code)).toEqual([]);
  });
});
