import { done, later, refusedBy } from '../../commands/retry.js';
import type { Numbers, Place } from '../../commands/command.js';
import { changed, settled } from '../../commands/write.js';
import type { AnswerTo } from '../../observation.js';
import { expected, type Outcome, type Rules } from '../../outcome.js';
import { folderOf, type SyncState } from '../../state.js';
import type { StepOf } from '../../step.js';
import { uidSetOf } from '../../uid-set.js';
import { afterwards, endAll, inSite, obstacle, present, select } from './site.js';

/**
 * A copy into another folder. Its UIDNEXT is stored before, so that a copy whose answer was lost is found again by what came since, and none is made twice.
 * Of a move without MOVE it is the first half.
 */
export const duplicate: Rules<'duplicate'> = {
  begin(step, state) {
    const { path } = target(step, state);
    if (step.stage === 'target' || step.stage === 'find') return { ask: { ask: 'open', path } };
    if (step.stage === 'select') return select(step, state);
    return { ask: { ask: 'copy', uids: uidSetOf([step.task.uid]), path } };
  },
  take(step, answer, state, now) {
    const { task, site } = step;
    const { command } = task;
    switch (answer.saw) {
      case 'opened':
        return opened(step, answer);
      case 'survey': {
        const { size, gotAt } = command.want.mail;
        const found = answer.rows.find(
          (row) => row.size === size && row.at === gotAt && row.uid >= command.before!.uidNext,
        );
        if (found) return put(step, { ...numbersOf(command.before!), uid: found.uid }, state);
        if (step.stage === 'find')
          return endAll(
            [task],
            () => later(command, 'The copy is not there.', now),
            afterwards(state, site.folder),
          );
        return { then: [{ ...step, stage: 'select' }], set: { opened: null } };
      }
      case 'selected': {
        const change = obstacle(step, answer, now);
        return change
          ? endAll([task], change, afterwards(state, site.folder))
          : { ask: { ask: 'flags', of: { uids: uidSetOf([task.uid]) } } };
      }
      case 'flags': {
        const { left, gone, changes } = present([task], uidSetOf(answer.rows.map(({ uid }) => uid)), now);
        if (left.length > 0) return { then: [{ ...step, stage: 'copy' }] };
        const set = { ...afterwards(state, site.folder), listedAt: null };
        return { write: settled(changes, inSite(step, { gone })), then: [], set };
      }
      default: {
        const { uidValidity, uids } = expected(answer, 'transferred');
        const to = uids.find(([from]) => from === task.uid)?.[1];
        if (to === undefined || uidValidity === null) return { then: [{ ...step, stage: 'find' }] };
        return put(step, { folder: command.want.to, uidValidity, uid: to }, state);
      }
    }
  },
  refused: ({ task, site }, refusal, state, now) =>
    endAll([task], (command) => refusedBy(command, refusal, now), {
      ...afterwards(state, site.folder),
      listedAt: null,
    }),
};

const target = ({ task }: StepOf<'duplicate'>, state: SyncState) => folderOf(state, task.command.want.to)!;
const numbersOf = ({ folder, uidValidity }: Numbers) => ({ folder, uidValidity });

function opened(step: StepOf<'duplicate'>, { folder }: AnswerTo<'opened'>): Outcome {
  const { command } = step.task;
  const { to } = command.want;
  const { before } = command;
  if (before?.uidValidity === folder.uidValidity)
    return {
      ask: { ask: 'survey', of: { from: before.uidNext } },
      as: step.stage === 'find' ? step : { ...step, stage: 'look' },
    };
  const fresh = { folder: to, uidValidity: folder.uidValidity, uidNext: folder.uidNext };
  const task = { ...step.task, command: { ...command, before: fresh } };
  return {
    write: settled([changed(command, { to: 'running', before: fresh })]),
    then: [{ ...step, task, stage: 'select' }],
    set: { opened: null },
  };
}

function put(step: StepOf<'duplicate'>, place: Place, state: SyncState): Outcome {
  const { task, site } = step;
  const { command } = task;
  const isMove = command.want.kind === 'move';
  const isKnown = folderOf(state, place.folder)?.uidValidity === place.uidValidity;
  const { folder, uidValidity, uid } = place;
  const write = settled(
    [changed(command, isMove ? { to: 'running', put: place } : done())],
    inSite(step, { placed: isKnown ? { folder, uidValidity, uids: [[task.uid, uid]] } : null }),
  );
  // What is left is to remove it here: the command is read again, with what is stored of it.
  return { write, then: [], set: afterwards(state, folder, site.folder) };
}
