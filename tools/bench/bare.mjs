import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { nodeProgram } from '../start/node-program.mjs';

/**
 * A bare workflow's worker and client on the server of the stack, warm and at hand, so that floor and product can be measured in turns: a machine that is
 * slower for a while is so for both.
 */
export async function startBare(stack, { clients, warm }) {
  const { file, args } = nodeProgram(stack.root, 'tools/bench/floors/bare-run.mjs');
  const child = spawn(file, [...args, stack.temporalAddress, String(clients)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const measure = async (what) => {
    child.stdin.write(`${JSON.stringify(what)}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error('The bare workflow has ended.');
    return JSON.parse(value);
  };
  await measure({ runs: warm });
  return {
    /** @returns {Promise<number>} milliseconds for so many runs */
    ms: async (runs) => (await measure({ runs })).ms,
    /** @returns {Promise<number[]>} milliseconds from start to result of each of `paced` runs, begun so many a second */
    waits: async (perSecond, paced) => (await measure({ perSecond, paced })).waits,
    async stop() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
    },
  };
}
