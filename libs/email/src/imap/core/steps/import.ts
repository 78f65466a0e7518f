import { folderOf } from '../state.js';
import { expected, type Rules } from '../outcome.js';
import { SURVEY_PART } from '../timing.js';
import { between, lowest, newest, sizeOf, without } from '../uid-set.js';
import { mirror } from './mirror.js';
import { compare } from './open.js';

/** What was there before, newest first. The floor sinks with each part, so that it goes on where it was after a break. */
export const importing: Rules<'import'> = {
  begin: ({ left }) =>
    left === null
      ? { ask: { ask: 'uids', isSecond: false } }
      : { ask: { ask: 'survey', of: { uids: newest(left, SURVEY_PART) } } },
  take(step, answer, state) {
    const folder = folderOf(state, step.folder)!;
    if (step.left === null) {
      const { uids, exists } = expected(answer, 'uids');
      if (sizeOf(uids) !== exists && !step.isSecond)
        return { ask: { ask: 'uids', isSecond: true }, as: { ...step, isSecond: true } };
      const left = between(uids, 1, folder.floor);
      if (left.length > 0) return { then: [{ ...step, left }] };
      const facts = [{ fact: 'importDone', folder: folder.id } as const];
      return { write: mirror(folder, { cursor: { floor: 1 }, facts }), then: [compare(folder.id)] };
    }
    const part = newest(step.left, SURVEY_PART);
    const left = without(step.left, part);
    const placed = expected(answer, 'survey').rows.filter(({ uid }) => uid < folder.floor);
    const isLast = left.length === 0;
    const write = mirror(folder, {
      placed,
      cursor: { floor: isLast ? 1 : lowest(part)! },
      facts: isLast ? [{ fact: 'importDone', folder: folder.id }] : [],
    });
    if (isLast) return { write, then: [compare(folder.id)] };
    return { write, then: step.parts > 1 ? [{ ...step, left, parts: step.parts - 1 }] : [] };
  },
};
