import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityOf } from '../../tools/start/process-identity.mjs';
import { Supervisor } from '../../tools/start/supervisor.mjs';
import { until } from '@cueline/testkit/until';

type Running = { name: string; pid: number }[];

let logs: string;
let running: Running = [];
let deaths: string[] = [];
let supervisor: Supervisor;

beforeEach(() => {
  logs = mkdtempSync(path.join(tmpdir(), 'cueline-supervisor-'));
  [running, deaths] = [[], []];
  supervisor = new Supervisor({
    logs,
    onDeath: (text: string) => deaths.push(text),
    onChange: (processes: object[]) => (running = processes as Running),
  });
});
afterEach(async () => {
  await supervisor.stop();
  rmSync(logs, { recursive: true, force: true });
});

const shell = (name: string, script: string) => ({ name, file: '/bin/sh', args: ['-c', script] });
const pidOf = (name: string): number => running.find((one) => one.name === name)!.pid;

describe('the supervisor', () => {
  it('tells the last words of a server that ends by itself', async () => {
    supervisor.start(shell('catcher', 'echo no more paper >&2; exit 3'));
    await until('its death is told', () => Promise.resolve(deaths.length === 1));
    expect(deaths[0]).toContain('catcher has stopped (exit code 3)');
    expect(deaths[0]).toContain('no more paper');
  });

  it('starts a server again whose last words ask for it', async () => {
    const first = `test -e ${logs}/second || { touch ${logs}/second; echo leftover; exit 1; }; exec sleep 600`;
    supervisor.start({ ...shell('postgres', first), retryWhen: (text: string) => /leftover/.test(text) });
    const before = pidOf('postgres');
    await until('it runs again', () => Promise.resolve(running.length === 1 && pidOf('postgres') !== before));
    expect(deaths).toEqual([]);
  });

  it('stops servers in the reverse order, each gone before the next', async () => {
    const ends = path.join(logs, 'ends');
    for (const name of ['postgres', 'worker'])
      supervisor.start(
        shell(name, `trap 'echo ${name} >> ${ends}; exit 0' TERM; touch ${logs}/${name}; sleep 600 & wait`),
      );
    await until('both listen for the signal', () =>
      Promise.resolve(['postgres', 'worker'].every((name) => existsSync(path.join(logs, name)))),
    );
    await supervisor.stop();
    expect(readFileSync(ends, 'utf8')).toBe('worker\npostgres\n');
  });

  it('ends a task with all that it started', async () => {
    const grandchild = path.join(logs, 'grandchild');
    const script = `sleep 600 & echo $! > ${grandchild}; touch ${logs}/begun; wait`;
    const task = supervisor.run('/bin/sh', ['-c', script]).catch(String);
    await until('it runs', () => Promise.resolve(existsSync(path.join(logs, 'begun'))));
    const pids = [running[0]!.pid, Number(readFileSync(grandchild, 'utf8'))];
    expect(pids.map(identityOf)).not.toContain(undefined);
    await supervisor.stop();
    expect(await task).toContain('Stopped.');
    await until('both are gone', () => Promise.resolve(pids.every((pid) => identityOf(pid) === undefined)));
  });

  it('waits for a task that must not be cut off, and starts nothing more', async () => {
    const done = path.join(logs, 'migrated');
    const script = `touch ${logs}/begun; while [ ! -e ${logs}/go ]; do :; done; touch ${done}`;
    const task = supervisor.run('/bin/sh', ['-c', script], { finish: true }).catch(String);
    await until('it has begun', () => Promise.resolve(existsSync(path.join(logs, 'begun'))));
    const stopped = supervisor.stop();
    writeFileSync(path.join(logs, 'go'), '');
    await stopped;
    expect(existsSync(done)).toBe(true);
    expect(await task).toContain('Stopped.');
    expect(() => supervisor.start(shell('worker', 'exit 0'))).toThrow('Stopped.');
  });
});
