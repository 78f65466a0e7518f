import os from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { Task, ThreadMessage } from './pool-thread.js';

/** The other side of a pool's thread: one task after the other, plain data in and out. */
export function serveTasks(tasks: Readonly<Record<string, (input: never) => unknown>>): void {
  const answer = (message: ThreadMessage) => parentPort?.postMessage(message);
  parentPort?.on('message', ({ task, input }: Task) => {
    try {
      answer({ ok: true, value: tasks[task]!(input as never) });
    } catch (error) {
      answer({ ok: false, error: error instanceof Error ? error : new Error(String(error)) });
    }
  });
  // Below the main thread, which answers first where cores are few. Linux alone keeps a priority for each thread (setpriority(2)).
  if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
  answer('ready');
}
