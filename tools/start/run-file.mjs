/**
 * `running.json` in the state folder: which process runs this studio's parts, and which they are. It keeps a second start off, and lets a
 * start after `kill -9` find the servers that were left behind.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Sentence } from '../provision/sentence.mjs';
import { identityOf } from './process-identity.mjs';

const GRACE_MS = 15_000;

export class RunFile {
  #file;
  #identities = new Map();

  constructor(state) {
    this.#file = path.join(state, 'running.json');
  }

  /**
   * Takes the state folder for this process and stops what an earlier one left running.
   * @returns {Promise<string[]>} the names of the parts that were stopped
   */
  async claim() {
    const earlier = this.#read();
    if (earlier && isAlive(earlier) && earlier.pid !== process.pid)
      throw new Sentence(
        `Cueline is running already on ${path.dirname(this.#file)} (process ${earlier.pid}).`,
        'Stop that one first, or set CUELINE_STATE to another folder.',
      );
    this.write([]);
    const left = (earlier?.processes ?? []).filter(isAlive).reverse();
    for (const one of left) await stopLeftover(one);
    return left.map(({ name }) => name);
  }

  /** @param {{ name: string, pid: number, group: boolean, signal: NodeJS.Signals }[]} processes written beside and renamed: never half */
  write(processes) {
    const content = { pid: process.pid, identity: this.#identityOf(process.pid), processes: [] };
    content.processes = processes.map((one) => ({ ...one, identity: this.#identityOf(one.pid) }));
    const partial = `${this.#file}.${process.pid}`;
    writeFileSync(partial, JSON.stringify(content, null, 2), { mode: 0o600 });
    renameSync(partial, this.#file);
  }

  release() {
    rmSync(this.#file, { force: true });
  }

  #identityOf(pid) {
    if (!this.#identities.has(pid)) this.#identities.set(pid, identityOf(pid));
    return this.#identities.get(pid);
  }

  #read() {
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT' || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }
}

const isAlive = ({ pid, identity }) => identity !== undefined && identityOf(pid) === identity;

async function stopLeftover(one) {
  const target = one.group ? -one.pid : one.pid;
  try {
    process.kill(target, one.signal);
    const hard = Date.now() + GRACE_MS;
    while (isAlive(one)) {
      if (Date.now() > hard) process.kill(target, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } catch (error) {
    if (error.code === 'ESRCH') return;
    if (error.code !== 'EPERM') throw error;
    throw new Sentence(
      `${one.name} (process ${one.pid}) was left behind by an earlier start and belongs to another user.`,
      'Stop it as that user and start again.',
    );
  }
}
