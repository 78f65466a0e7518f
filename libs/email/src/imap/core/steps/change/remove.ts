import { done, later } from '../../commands/retry.js';
import { changed, settled } from '../../commands/write.js';
import { expected, type Rules } from '../../outcome.js';
import { uidSetOf, hasUid } from '../../uid-set.js';
import { afterwards, endAll, inSite, obstacle, present, readFlags, refusedTasks, select } from './site.js';

/** Single mails, named by their UIDs: never all that are marked, since others may have marked theirs. */
export const remove: Rules<'remove'> = {
  begin(step, state) {
    if (step.stage === 'select') return select(step, state);
    const uids = uidSetOf(step.tasks.map(({ uid }) => uid));
    return { ask: { ask: 'remove', uids, andExpunge: state.profile!.uidplus } };
  },
  take(step, answer, state, now) {
    const { folder } = step.site;
    if (answer.saw === 'selected') {
      const change = obstacle(step, answer, now);
      return change ? endAll(step.tasks, change, afterwards(state, folder)) : readFlags(step);
    }
    if (answer.saw === 'removed') return readFlags({ ...step, stage: 'check' });
    const { rows } = expected(answer, 'flags');
    const there = uidSetOf(rows.map(({ uid }) => uid));
    const set = afterwards(state, folder);
    if (step.stage === 'select') {
      const { left, gone } = present(step.tasks, there, now);
      const lost = step.tasks.filter(({ uid }) => !hasUid(there, uid));
      const write = settled(
        [
          ...lost.map(({ command }) => changed(command, done('asWished'))),
          ...left.map(({ command }) => changed(command, { to: 'running', before: command.before })),
        ],
        inSite(step, { flags: rows, gone }),
      );
      return { write, then: left.length > 0 ? [{ ...step, stage: 'remove', tasks: left }] : [], set };
    }
    const marked = new Set(rows.filter(({ flags }) => flags.includes('\\Deleted')).map(({ uid }) => uid));
    const changes = step.tasks.map(({ command, uid }) => {
      if (!hasUid(there, uid)) return changed(command, done());
      const isAll = marked.has(uid) && !state.profile!.uidplus;
      return changed(command, isAll ? done('marked') : later(command, 'The mail was not removed.', now));
    });
    const gone = uidSetOf(step.tasks.filter(({ uid }) => !hasUid(there, uid)).map(({ uid }) => uid));
    return { write: settled(changes, inSite(step, { flags: rows, gone })), then: [], set };
  },
  refused: refusedTasks,
};
