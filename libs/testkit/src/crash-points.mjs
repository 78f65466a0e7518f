/**
 * Preloaded into a worker (`node --import`): kills it, with SIGKILL, the first time that it comes to each boundary of an activity: before it begins and
 * after it has done its work, when nobody has heard of that yet. Which boundaries were come to stands in the file CRASH_POINTS, a line each, so that the
 * next worker goes on to the next one.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';

const file = process.env.CRASH_POINTS;
const passed = new Set(existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []);

function boundary(name) {
  if (passed.has(name)) return;
  passed.add(name);
  appendFileSync(file, `${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}

const dying =
  (name, activity) =>
  async (call, ...rest) => {
    const at = call.stepId ?? call.status ?? call.result ?? '';
    boundary(`before ${name} ${at}`);
    const answer = await activity(call, ...rest);
    boundary(`after ${name} ${at}`);
    return answer;
  };

const create = Worker.create.bind(Worker);
Worker.create = ({ activities, ...options }) =>
  create({
    ...options,
    activities: Object.fromEntries(
      Object.entries(activities).map(([name, activity]) => [name, dying(name, activity)]),
    ),
  });
