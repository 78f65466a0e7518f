import { fallAsleep, idleCpu, publishSleepingWorkflow } from './asleep.mjs';
import { moveAway, moveNear } from './moves.mjs';
import { cpuByPart } from './processes.mjs';

const MOST_MOVES = 1_000;

const decimal = (value) => value.toFixed(1);
const inSeconds = (seconds) => seconds.map(decimal).join(', ');
const inMiB = ({ asleep, perSecond, memory, disk }, row) =>
  row(
    `${asleep} asleep, ${decimal(perSecond)} runs a second`,
    `MiB: worker ${memory.worker}, Temporal ${memory.temporal}, API ${memory.api}; on disk: Temporal ${disk.temporal}, PostgreSQL ${disk.postgres}`,
  );

/** Runs that sleep until a booking's date comes near: what very many of them cost, and how soon they notice that dates were moved. */
export async function sleepers(stack, pool, count, row) {
  const workflowId = await publishSleepingWorkflow(pool);
  const measured = await fallAsleep(stack, pool, workflowId, count, (batch) => inMiB(batch, row));
  const snapshots = [measured[0], measured.find(({ asleep }) => asleep >= count / 2), measured.at(-1)];
  row(
    `memory of the worker with ${snapshots.map(({ asleep }) => asleep).join(', ')} asleep (MiB)`,
    snapshots.map(({ memory }) => memory.worker).join(', '),
  );
  for (const [part, percent] of await idleCpu(stack))
    row(`CPU with all asleep (% of a core): ${part}`, decimal(percent));

  const moves = Math.min(MOST_MOVES, Math.floor(count / 2));
  const { result: away, cpu } = await cpuByPart(stack.parts, moves, () =>
    moveAway(stack, pool, workflowId, moves),
  );
  row(`${moves} dates moved: all answered, all runs moved after (s)`, inSeconds([away.answered, away.moved]));
  row('from asking to the new moment on record: p50, p95 (s)', inSeconds(away.perRun));
  for (const [part, ms] of Object.entries(cpu)) row(`CPU per moved date (ms): ${part}`, decimal(ms));
  row('runs astray from their dates: before, after', away.astray.join(', '));

  // As soon as the runs can be told in time, by what was just seen: else it is the telling that would be measured again.
  const near = await moveNear(stack, pool, workflowId, moves, Math.ceil(away.moved) + 3);
  row(`${moves} dates moved near: mails in the catcher, runs that sent`, `${near.mails}, ${near.runs}`);
  row('from the first change to the last mail (s)', decimal(near.seconds));
  row('from the moment to the mail: first, p50, p95, last (s)', inSeconds(near.afterMoment));
  row('runs astray from their dates, of those that sleep on', near.astray);
}
