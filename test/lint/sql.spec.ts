import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import * as cases from '../../tools/lint/sql.cases.mjs';
import { sqlRules } from '../../tools/lint/sql.mjs';

const badSql = cases.badSql as [rule: string, filePath: string, code: string][];
const goodSql = cases.goodSql as [filePath: string, code: string][];

/** The rules of SQL alone, so that a message can come from nothing else. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...sqlRules],
});

const brokenRules = async (filePath: string, code: string) => {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  return result!.messages.map(({ ruleId }) => ruleId);
};

describe('the rules of SQL', () => {
  it.each(badSql)('%s: %s may not say %s', async (rule, filePath, code) => {
    expect(await brokenRules(filePath, code)).toEqual([rule]);
  });

  it.each(goodSql)('%s may say %s', async (filePath, code) => {
    expect(await brokenRules(filePath, code)).toEqual([]);
  });
});
