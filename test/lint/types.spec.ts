import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const bad = {
  'no-floating-promises': 'export const x = async () => { f(); await f(); };',
  'no-misused-promises': 'export const x = [1].forEach(async () => { await f(); });',
  'await-thenable': 'export const x = async () => { await 1; };',
  'no-unsafe-assignment': 'export const x: number = JSON.parse("1");',
  'no-unsafe-call': 'export const x = () => { (JSON.parse("1") as any)(); };',
  'return-await': 'export const x = async () => { try { return f(); } finally { await f(); } };',
  'restrict-template-expressions': 'export const x = (of: object) => `${of}`;',
  'require-await': 'export const x = async () => 1;',
};
const good = 'export const x = async () => { await f(); return JSON.parse("1") as number; };';
let folder: string;
let found: { filename: string; code: string }[];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'cueline-lint-'));
  const compilerOptions = { strict: true, target: 'ES2023', module: 'NodeNext', types: [] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  for (const [rule, code] of Object.entries({ ...bad, good }))
    writeFileSync(path.join(folder, `${rule}.ts`), `declare function f(): Promise<number>;\n${code}\n`);
  const args = ['node_modules/oxlint/bin/oxlint', '-c', '.oxlintrc.json', '-f', 'json', folder];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: root }, (_error, stdout) => resolve(stdout));
  });
  found = (JSON.parse(output) as { diagnostics: typeof found }).diagnostics;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rulesBrokenIn = (name: string) =>
  found
    .filter(({ filename }) => filename.endsWith(`${name}.ts`))
    .map(({ code }) => /\(([^)]+)\)/.exec(code)?.[1]);

describe('the lint that knows types', () => {
  it.each(Object.keys(bad))('refuses what breaks %s', (rule) => expect(rulesBrokenIn(rule)).toContain(rule));
  it('lets good code pass', () => expect(rulesBrokenIn('good')).toEqual([]));
});
