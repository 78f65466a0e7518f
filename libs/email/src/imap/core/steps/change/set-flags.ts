import { done, later, no } from '../../commands/retry.js';
import type { CommandOf } from '../../commands/command.js';
import { changed, settled } from '../../commands/write.js';
import type { Moment } from '../../ids.js';
import type { Answer } from '../../observation.js';
import { expected, type Outcome, type Rules } from '../../outcome.js';
import type { FlagRow } from '../../rows.js';
import type { SyncState } from '../../state.js';
import type { StepOf } from '../../step.js';
import { uidSetOf } from '../../uid-set.js';
import { afterwards, endAll, inSite, obstacle, present, readFlags, refusedTasks, select } from './site.js';

/** Only ours are added and removed. What was so already is not asked for, and what is said to be done is read back. */
export const setFlags: Rules<'setFlags'> = {
  begin(step, state) {
    if (step.stage === 'select') return select(step, state);
    const { add, remove } = step.tasks[0]!.command.want;
    return { ask: { ask: 'store', uids: uidSetOf(step.tasks.map(({ uid }) => uid)), add, remove } };
  },
  take(step, answer, state, now) {
    if (answer.saw === 'selected') return selected(step, answer, state, now);
    if (answer.saw === 'stored') return readFlags({ ...step, stage: 'check' });
    const { rows } = expected(answer, 'flags');
    return step.stage === 'check' ? checked(step, rows, state, now) : begun(step, rows, state, now);
  },
  refused: refusedTasks,
};

function selected(step: StepOf<'setFlags'>, answer: Answer, state: SyncState, now: Moment): Outcome {
  const seen = expected(answer, 'selected');
  const { keeps } = seen.folder;
  const [{ command }] = step.tasks as readonly [StepOf<'setFlags'>['tasks'][number]];
  const isKept = command.want.add.every((flag) => keeps === null || doesKeep(keeps, flag));
  const change = obstacle(step, seen, now) ?? (isKept ? undefined : () => no('notKept'));
  if (change) return endAll(step.tasks, change, afterwards(state, step.site.folder));
  return readFlags(step);
}

const doesKeep = (keeps: readonly string[], flag: string): boolean =>
  keeps.some((one) => one.toLowerCase() === flag.toLowerCase() || (one === '\\*' && !flag.startsWith('\\')));

/** Read just before: the base that counts is the server's. */
function begun(step: StepOf<'setFlags'>, rows: readonly FlagRow[], state: SyncState, now: Moment): Outcome {
  const { left, gone, changes } = present(step.tasks, uidSetOf(rows.map(({ uid }) => uid)), now);
  const flags = new Map(rows.map((row) => [row.uid, row.flags]));
  const isDone = (task: (typeof left)[number]) => isAsWished(task.command, flags.get(task.uid)!);
  const open = left.filter((task) => !isDone(task));
  const write = settled(
    [
      ...changes,
      ...left.filter(isDone).map(({ command }) => changed(command, done('asWished'))),
      ...open.map(({ command }) => changed(command, { to: 'running', before: null })),
    ],
    inSite(step, { flags: rows, gone }),
  );
  const set = { ...afterwards(state, step.site.folder), ...(gone.length > 0 && { listedAt: null }) };
  return { write, then: open.length > 0 ? [{ ...step, stage: 'store', tasks: open }] : [], set };
}

function checked(step: StepOf<'setFlags'>, rows: readonly FlagRow[], state: SyncState, now: Moment): Outcome {
  const flags = new Map(rows.map((row) => [row.uid, row.flags]));
  const { left, gone, changes } = present(step.tasks, uidSetOf(flags.keys()), now);
  const ends = left.map(({ command, uid }) =>
    changed(
      command,
      isAsWished(command, flags.get(uid)!) ? done() : later(command, 'The flags stayed as they were.', now),
    ),
  );
  return {
    write: settled([...changes, ...ends], inSite(step, { flags: rows, gone })),
    then: [],
    set: afterwards(state, step.site.folder),
  };
}

function isAsWished({ want: { add, remove } }: CommandOf<'flags'>, flags: readonly string[]): boolean {
  const has = new Set(flags.map((one) => one.toLowerCase()));
  return add.every((one) => has.has(one.toLowerCase())) && !remove.some((one) => has.has(one.toLowerCase()));
}
