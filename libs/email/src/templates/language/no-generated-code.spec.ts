import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from '@jest/globals';
import { transpiled } from '../../transpiled.fixture.js';

const code = transpiled('templates/language');
afterAll(() => code.remove());

it('fills in templates in a process that forbids code from strings', () => {
  const script = `
    const { compileTemplate, renderTemplate } = await import(${JSON.stringify(code.url('templates/language/index.js').href)});
    let forbidden = false;
    try { new Function('return 1')(); } catch { forbidden = true; }
    const { template } = compileTemplate({ subject: '', html: '{% for x in a %}{{ x | upper }}{% endfor %}' });
    const environment = { data: { a: ['b', 'c'] }, formats: { locale: 'en', zone: 'UTC' }, clock: () => 0 };
    console.log(forbidden, renderTemplate(template, environment).mail.html);`;
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script];
  const cwd = fileURLToPath(code.url('.'));
  expect(execFileSync(process.execPath, flags, { cwd, encoding: 'utf8' }).trim()).toBe('true BC');
});
