/** The processes of the embedded mode: each with its log, started one after the other, stopped in the reverse order. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';

const GRACE_MS = 15_000;
const RETRY_MS = 300;
const MOST_RETRIES = 60;

export class Supervisor {
  #children = [];
  #stopping;

  /** @param {string} logs folder @param {(text: string) => void} onDeath told when a process ends by itself */
  constructor(logs, onDeath) {
    this.logs = logs;
    this.onDeath = onDeath;
    mkdirSync(logs, { recursive: true });
  }

  /**
   * @param {{ name: string, file: string, args: string[], options?: object, stopSignal?: NodeJS.Signals, retryWhen?: (lastWords: string) => boolean }} command
   *   `retryWhen`: an end with these last words is no death; it is started again
   * @returns {{ exitCode: number | null }} the present process
   */
  start(command) {
    const entry = { ...command, child: undefined, retries: 0 };
    this.#children.push(entry);
    this.#spawn(entry);
    return {
      get exitCode() {
        return entry.waiting ? null : entry.child.exitCode;
      },
    };
  }

  #spawn(entry) {
    const { name, file, args, options = {}, retryWhen } = entry;
    const log = path.join(this.logs, `${name}.log`);
    const out = openSync(log, 'a');
    // A process group of its own: Ctrl-C reaches this process alone, which then stops the others in order.
    entry.child = spawn(file, args, { ...options, stdio: ['ignore', out, out], detached: true });
    closeSync(out);
    entry.child.on('error', (error) => this.onDeath(`${name} could not be started: ${error.message}`));
    entry.child.on('exit', (code, signal) => {
      if (this.#stopping) return;
      const words = lastLines(log);
      entry.waiting = Boolean(retryWhen?.(words)) && entry.retries++ < MOST_RETRIES;
      if (entry.waiting) setTimeout(() => ((entry.waiting = false), this.#spawn(entry)), RETRY_MS);
      else
        this.onDeath(
          `${name} has stopped (${signal ?? `exit code ${code}`}). Its last words, from ${log}:\n${words}`,
        );
    });
  }

  stop() {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll() {
    for (const { child, stopSignal = 'SIGTERM' } of this.#children.reverse()) {
      if (child.exitCode !== null || child.signalCode !== null || !child.pid) continue;
      const gone = once(child, 'exit');
      child.kill(stopSignal);
      const hard = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await gone;
      clearTimeout(hard);
    }
  }
}

const lastLines = (log) =>
  readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(-8)
    .map((line) => `    ${line}`)
    .join('\n');

/** Refuses to start over something that listens already. */
export async function refuseTakenPorts(wanted) {
  for (const [what, port, variable] of wanted) {
    const taken = await new Promise((resolve) => {
      const server = net.createServer();
      server.once('error', (error) => resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES'));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)));
    });
    if (taken) {
      throw new Sentence(
        `Port ${port}, for ${what}, is taken.`,
        `Stop what listens there (is Cueline running already?), or set ${variable} to another port.`,
      );
    }
  }
}

/** Waits until the address answers 200. */
export async function untilAnswering(name, url, child, timeoutMs = 60_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child.exitCode !== null)
      throw new Sentence(`${name} has stopped while starting.`, 'Its log is in .cueline/logs.');
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch((error) => ({
      ok: false,
      error,
    }));
    if (answer.ok) return;
    if (Date.now() > deadline)
      throw new Sentence(`${name} does not answer at ${url}.`, 'Its log is in .cueline/logs.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
