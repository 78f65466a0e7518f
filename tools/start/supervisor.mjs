/** The processes of the embedded mode: servers, each with its log, stopped in the reverse order; and tasks, which run to their end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';
import { endGroup, lastLines, runTask } from '../provision/task.mjs';

const GRACE_MS = 15_000;
const RETRY_MS = 300;
const MOST_RETRIES = 60;
const TAIL_BYTES = 8_192;

export class Supervisor {
  #servers = [];
  #tasks = new Map();
  #stopping;

  /**
   * @param {{ logs: string, onDeath: (text: string) => void, onChange?: (processes: object[]) => void }} options `logs` is a folder; `onDeath`
   *   is told when a server ends by itself, `onChange` what runs
   */
  constructor({ logs, onDeath, onChange = () => undefined }) {
    this.logs = logs;
    this.onDeath = onDeath;
    this.onChange = onChange;
    mkdirSync(logs, { recursive: true, mode: 0o700 });
  }

  /**
   * @param {{ name: string, file: string, args: string[], options?: object, stopSignal?: NodeJS.Signals, retryWhen?: (lastLines: string) => boolean }} command
   *   `retryWhen`: an end with these last words is no death; it is started again
   * @returns {{ exitCode: number | null, log: string }} the present process
   */
  start(command) {
    this.#refuseWhenStopping();
    const entry = { ...command, log: path.join(this.logs, `${command.name}.log`), retries: 0 };
    this.#servers.push(entry);
    this.#spawn(entry);
    return {
      log: entry.log,
      get exitCode() {
        return entry.waiting ? null : entry.child.exitCode;
      },
    };
  }

  #spawn(entry) {
    const { name, file, args, options = {}, retryWhen } = entry;
    const out = openSync(entry.log, 'a');
    // A process group of its own: Ctrl-C reaches this process alone, which then stops the others in order.
    entry.child = spawn(file, args, { ...options, stdio: ['ignore', out, out], detached: true });
    closeSync(out);
    entry.child.on('error', (error) => this.onDeath(`${name} could not be started: ${error.message}`));
    entry.child.on('exit', (code, signal) => {
      if (this.#stopping) return;
      const text = tail(entry.log);
      entry.waiting = Boolean(retryWhen?.(text)) && entry.retries++ < MOST_RETRIES;
      if (entry.waiting) setTimeout(() => this.#again(entry), RETRY_MS);
      else
        this.onDeath(
          `${name} has stopped (${signal ?? `exit code ${code}`}). Its last words, from ${entry.log}:\n${text}`,
        );
    });
    this.#changed();
  }

  #again(entry) {
    entry.waiting = false;
    if (!this.#stopping) this.#spawn(entry);
  }

  /** Runs a tool to its end, as `runTask` does. `finish`: an orderly stop waits for it instead of ending it. */
  run = async (file, args, { finish = false, ...options } = {}) => {
    this.#refuseWhenStopping();
    let child;
    const onSpawn = (spawned) => {
      child = spawned;
      if (child.pid) this.#tasks.set(child, { name: path.basename(args[0] ?? file), finish });
      this.#changed();
    };
    const done = await runTask(file, args, { ...options, onSpawn });
    this.#tasks.delete(child);
    this.#refuseWhenStopping();
    this.#changed();
    return done;
  };

  /** @returns {Promise<void>} the same one however often it is asked for */
  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll() {
    await Promise.all(
      [...this.#tasks].map(([child, { finish }]) => ended(child, finish ? undefined : 'SIGTERM')),
    );
    for (const { child, stopSignal = 'SIGTERM' } of this.#servers.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null || !child.pid) continue;
      const gone = once(child, 'exit');
      child.kill(stopSignal);
      const hard = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await gone;
      clearTimeout(hard);
    }
  }

  #refuseWhenStopping() {
    if (this.#stopping) throw new Sentence('Stopped.');
  }

  #changed() {
    const servers = this.#servers
      .filter(({ child }) => child.pid && child.exitCode === null && child.signalCode === null)
      .map(({ name, child, stopSignal = 'SIGTERM' }) => ({
        name,
        pid: child.pid,
        group: false,
        signal: stopSignal,
      }));
    const tasks = [...this.#tasks].map(([child, { name }]) => ({
      name,
      pid: child.pid,
      group: true,
      signal: 'SIGTERM',
    }));
    this.onChange([...servers, ...tasks]);
  }
}

async function ended(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  if (signal) endGroup(child, signal);
  const hard = setTimeout(() => endGroup(child, 'SIGKILL'), signal ? 5_000 : 60_000);
  await gone;
  clearTimeout(hard);
}

function tail(log) {
  const size = statSync(log).size;
  const bytes = Buffer.alloc(Math.min(size, TAIL_BYTES));
  const file = openSync(log, 'r');
  readSync(file, bytes, 0, bytes.length, size - bytes.length);
  closeSync(file);
  return lastLines(bytes.toString('utf8'), 8);
}
