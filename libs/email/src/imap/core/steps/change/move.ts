import { done, later } from '../../commands/retry.js';
import { changed, settled } from '../../commands/write.js';
import { expected, type Rules } from '../../outcome.js';
import { folderOf } from '../../state.js';
import { hasUid, uidSetOf } from '../../uid-set.js';
import { afterwards, endAll, inSite, obstacle, present, readFlags, refusedTasks, select } from './site.js';

/** MOVE: all or nothing for each mail. A server says OK for mails that it has not, so what is left is read afterwards. */
export const move: Rules<'move'> = {
  begin(step, state) {
    if (step.stage === 'select') return select(step, state);
    const uids = uidSetOf(step.tasks.map(({ uid }) => uid));
    return { ask: { ask: 'move', uids, path: folderOf(state, step.to)!.path } };
  },
  take(step, answer, state, now) {
    const { folder } = step.site;
    if (answer.saw === 'selected') {
      const change = obstacle(step, answer, now);
      return change ? endAll(step.tasks, change, afterwards(state, folder)) : readFlags(step);
    }
    if (answer.saw === 'transferred') return readFlags({ ...step, stage: 'check', moved: answer });
    const rows = expected(answer, 'flags').rows;
    const there = uidSetOf(rows.map(({ uid }) => uid));
    if (step.stage === 'select') {
      const { left, gone, changes } = present(step.tasks, there, now);
      const running = left.map(({ command }) => changed(command, { to: 'running', before: null }));
      return {
        write: settled([...changes, ...running], inSite(step, { flags: rows, gone })),
        then: left.length > 0 ? [{ ...step, stage: 'move', tasks: left }] : [],
        set: { ...afterwards(state, folder, step.to), ...(gone.length > 0 && { listedAt: null }) },
      };
    }
    const moved = step.tasks.filter(({ uid }) => !hasUid(there, uid));
    const { uidValidity, uids } = step.moved!;
    const isMoved = new Set(moved.map(({ uid }) => uid));
    const known = uids.filter(([from]) => isMoved.has(from));
    const isPlaced = known.length > 0 && folderOf(state, step.to)?.uidValidity === uidValidity;
    const changes = step.tasks.map(({ command, uid }) =>
      changed(command, isMoved.has(uid) ? done() : later(command, 'The mail stayed where it was.', now)),
    );
    return {
      write: settled(
        changes,
        inSite(step, {
          gone: uidSetOf(isMoved),
          placed: isPlaced ? { folder: step.to, uidValidity: uidValidity!, uids: known } : null,
        }),
      ),
      then: [],
      set: afterwards(state, step.to, folder),
    };
  },
  refused: refusedTasks,
};
