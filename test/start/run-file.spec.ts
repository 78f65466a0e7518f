import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityOf } from '../../tools/start/process-identity.mjs';
import { RunFile } from '../../tools/start/run-file.mjs';
import { until } from '@cueline/testkit/until';

let state: string;
let server: ChildProcess;

beforeEach(() => {
  state = mkdtempSync(path.join(tmpdir(), 'cueline-run-file-'));
  server = spawn('sleep', ['600'], { stdio: 'ignore' });
});
afterEach(() => {
  server.kill('SIGKILL');
  rmSync(state, { recursive: true, force: true });
});

const file = (): string => path.join(state, 'running.json');
const written = (): { pid: number; processes: object[] } =>
  JSON.parse(readFileSync(file(), 'utf8')) as { pid: number; processes: object[] };
const leftBehind = (identity = identityOf(server.pid!)): void => {
  const processes = [{ name: 'postgres', pid: server.pid, group: false, signal: 'SIGTERM', identity }];
  writeFileSync(file(), JSON.stringify({ pid: 2 ** 22 + 1, identity: '1', processes }));
};

describe('the file of what runs', () => {
  it('keeps a second start off while the first one lives', async () => {
    writeFileSync(
      file(),
      JSON.stringify({ pid: server.pid, identity: identityOf(server.pid!), processes: [] }),
    );
    await expect(new RunFile(state).claim()).rejects.toThrow(
      `Cueline is running already on ${state} (process ${server.pid}).`,
    );
    expect(server.exitCode).toBeNull();
  });

  it('stops the servers that a killed start left behind', async () => {
    leftBehind();
    expect(await new RunFile(state).claim()).toEqual(['postgres']);
    await until('the server is gone', () => Promise.resolve(server.signalCode === 'SIGTERM'));
    expect(written()).toMatchObject({ pid: process.pid, processes: [] });
  });

  it('leaves a stranger alone who was given the number of a server that is gone', async () => {
    leftBehind('another moment');
    expect(await new RunFile(state).claim()).toEqual([]);
    expect(server.exitCode ?? server.signalCode).toBeNull();
  });

  it('goes on after a file that was cut off', async () => {
    writeFileSync(file(), '{"pid": 12');
    expect(await new RunFile(state).claim()).toEqual([]);
  });
});
