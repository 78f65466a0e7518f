/** A tool that runs to its end: npm, Prisma, Nx, pip. In a process group of its own, so that it can be ended with all that it started. */
import { spawn } from 'node:child_process';

const MOST_OUTPUT = 200_000;

/**
 * @param {string} file @param {string[]} args
 * @param {{ timeout?: number, onSpawn?: (child: import('node:child_process').ChildProcess) => void } & object} [options] those of `spawn`, too
 * @returns {Promise<{ status: number | null, output: string, missing: boolean }>} `missing`: there is no such program
 */
export function runTask(file, args, { timeout, onSpawn = () => undefined, ...options } = {}) {
  const stdio = ['ignore', 'pipe', 'pipe'];
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio, ...options, detached: true });
    let output = '';
    const late = timeout && setTimeout(() => endGroup(child, 'SIGKILL'), timeout);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => (output = (output + text).slice(-MOST_OUTPUT)));
    child.once('error', (error) => {
      clearTimeout(late);
      resolve({ status: null, output: error.message, missing: error.code === 'ENOENT' });
    });
    child.once('close', (status) => {
      clearTimeout(late);
      resolve({ status, output, missing: false });
    });
    onSpawn(child);
  });
}

/** Signals a task and everything in its group. */
export function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

export const lastLines = (text, count) =>
  text
    .trimEnd()
    .split('\n')
    .slice(-count)
    .map((line) => `    ${line}`)
    .join('\n');
