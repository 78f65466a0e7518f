import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { TemplateSandbox, type SandboxLimits } from './index.js';
import { transpiled } from '../transpiled.fixture.js';

const code = transpiled('templates', 'sandbox');
afterAll(() => code.remove());

let sandbox: TemplateSandbox;
afterEach(() => sandbox.close());

const open = (limits: Partial<SandboxLimits> = {}, entry = code.url('sandbox/template-thread.js')) =>
  (sandbox = new TemplateSandbox(limits, entry));
const request = (html: string) => ({
  source: { subject: 'Hi', html },
  data: { client: { firstName: 'Mara' } },
  formats: { locale: 'en', zone: 'UTC' },
});

/** A thread that does as it is told, to try the walls. */
function misbehaving(does: string): URL {
  const entry = code.url('sandbox/misbehaving.js');
  writeFileSync(
    entry,
    `import { parentPort } from 'node:worker_threads';
     parentPort.on('message', ({ source }) => {
       if (source.html === 'well') return parentPort.postMessage({ outcome: 'broken', problems: [] });
       ${does}
     });
     parentPort.postMessage('ready');`,
  );
  return entry;
}

describe('the template sandbox', () => {
  it('checks and fills in on its own thread, one request after the other', async () => {
    open();
    const results = await Promise.all([
      sandbox.preview(request('<p>{{ client.firstName }}</p>')),
      sandbox.preview(request('{{ client.constructor }}')),
      sandbox.preview(request('{% for x in [1,2,3] %}{{ x }}{% endfor %}')),
    ]);
    expect(results).toMatchObject([
      { outcome: 'rendered', mail: { html: '<p>Mara</p>' }, fields: [{ path: 'client.firstName' }] },
      { outcome: 'broken', problems: [{ code: 'refusedName' }] },
      { outcome: 'rendered', mail: { html: '123' } },
    ]);
  });

  it('ends a thread that takes too long, and goes on with a new one', async () => {
    open({ milliseconds: 300 }, misbehaving('for (;;);'));
    const [hung, next] = await Promise.all([
      sandbox.preview(request('hang')),
      sandbox.preview(request('well')),
    ]);
    expect(hung).toEqual({ outcome: 'ended', by: 'time' });
    expect(next).toMatchObject({ outcome: 'broken' });
  });

  it('ends a thread that takes too much memory, and goes on with a new one', async () => {
    open(
      { milliseconds: 20_000, megabytes: 32 },
      misbehaving('const kept = []; for (;;) kept.push(new Array(10_000).fill(Math.random()));'),
    );
    expect(await sandbox.preview(request('grow'))).toEqual({ outcome: 'ended', by: 'memory' });
    expect(await sandbox.preview(request('well'))).toMatchObject({ outcome: 'broken' });
  });

  it('passes a thread’s fault on, and goes on with a new one', async () => {
    open({}, misbehaving('throw new Error("broken thread");'));
    await expect(sandbox.preview(request('throw'))).rejects.toThrow('broken thread');
    expect(await sandbox.preview(request('well'))).toMatchObject({ outcome: 'broken' });
  });

  it('refuses more than may wait', async () => {
    open({ waiting: 1, milliseconds: 300 }, misbehaving('for (;;);'));
    const first = sandbox.preview(request('hang'));
    const second = sandbox.preview(request('well'));
    await expect(sandbox.preview(request('well'))).rejects.toThrow('Too many');
    expect(await first).toMatchObject({ outcome: 'ended' });
    expect(await second).toMatchObject({ outcome: 'broken' });
  });
});

it('fills in templates in a process that forbids code from strings', () => {
  open();
  const script = `
    const { compileTemplate, renderTemplate } = await import(${JSON.stringify(code.url('templates/index.js').href)});
    let forbidden = false;
    try { new Function('return 1')(); } catch { forbidden = true; }
    const { template } = compileTemplate({ subject: '', html: '{% for x in a %}{{ x | upper }}{% endfor %}' });
    const environment = { data: { a: ['b', 'c'] }, formats: { locale: 'en', zone: 'UTC' }, clock: () => 0 };
    console.log(forbidden, renderTemplate(template, environment).mail.html);`;
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script];
  const cwd = fileURLToPath(code.url('.'));
  expect(execFileSync(process.execPath, flags, { cwd, encoding: 'utf8' }).trim()).toBe('true BC');
});
