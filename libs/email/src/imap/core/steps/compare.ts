import { folderOf } from '../state.js';
import { expected, type Outcome, type Rules } from '../outcome.js';
import type { StepOf } from '../step.js';
import type { Folder } from '../folders/folder.js';
import type { AnswerTo } from '../observation.js';
import type { Moment } from '../ids.js';
import { SURVEY_PART } from '../timing.js';
import { between, newest, noUids, sizeOf, union, without, type UidSet } from '../uid-set.js';
import type { Fact } from '../write.js';
import { mirror } from './mirror.js';
import { compare as comparison } from './open.js';
import { isTooMuch } from './plausible.js';

export const count: Rules<'count'> = {
  begin({ folder: id }, state) {
    const isEqual = folderOf(state, id)!.count === state.opened!.status.exists;
    return { then: isEqual ? [] : [comparison(id)] };
  },
};

/** Asked for so often, a mail that the server counts and does not give is put aside. */
const MOST_TRIES = 3;

export const compare: Rules<'compare'> = {
  begin: ({ folder }) => ({ ask: { ask: 'localUids', folder } }),
  take(step, answer, state, now) {
    const folder = folderOf(state, step.folder)!;
    if (step.local === null) {
      // A mail that arrives between the two answers is above the cursor, and no difference.
      const local = expected(answer, 'localUids');
      return { ask: { ask: 'uids', isSecond: false }, as: { ...step, local } };
    }
    return judged(step, step.local, expected(answer, 'uids'), folder, now);
  },
};

function judged(
  step: StepOf<'compare'>,
  local: AnswerTo<'localUids'>,
  { uids, exists }: AnswerTo<'uids'>,
  folder: Folder,
  now: Moment,
): Outcome {
  const remote = between(uids, folder.floor, folder.uidNext);
  const placed = union(local.uids, local.unreadable);
  const gone = without(placed, remote);
  const isWhole = sizeOf(uids) === exists;
  const isDoubtful = !isWhole || isTooMuch(sizeOf(gone), sizeOf(placed));
  if (isDoubtful && !step.isSecond)
    return { ask: { ask: 'uids', isSecond: true }, as: { ...step, isSecond: true } };
  const facts: Fact[] = [];
  if (!isWhole) {
    // Mails that it did not name may be there all the same.
    facts.push({
      fact: 'notBelieved',
      folder: folder.id,
      what: 'countDiffers',
      was: exists,
      now: sizeOf(uids),
    });
  }
  const missing = without(remote, local.uids);
  const changes = { gone: isWhole ? gone : noUids, facts, cursor: { comparedAt: now } };
  const isHopeless = step.tries > 0 && without(missing, local.unreadable).length === 0;
  if (missing.length === 0 || isHopeless) return { write: mirror(folder, changes), then: [] };
  if (step.tries >= MOST_TRIES) {
    const unreadable = without(missing, local.unreadable);
    facts.push({ fact: 'unreadable', folder: folder.id, uids: unreadable });
    return { write: mirror(folder, { ...changes, unreadable }), then: [] };
  }
  const survey = { step: 'survey', folder: folder.id, uids: missing } as const;
  return { write: mirror(folder, changes), then: [survey, comparison(folder.id, step.tries + 1)] };
}

/** Mails that we missed, wherever they are. */
export const survey: Rules<'survey'> = {
  begin: ({ uids }) => ({ ask: { ask: 'survey', of: { uids: newest(uids, SURVEY_PART) } } }),
  take(step, answer, state) {
    const { rows } = expected(answer, 'survey');
    const folder = folderOf(state, step.folder)!;
    const left: UidSet = without(step.uids, newest(step.uids, SURVEY_PART));
    const then = left.length > 0 ? [{ ...step, uids: left }] : [];
    const placed = rows.filter(({ uid }) => uid < folder.uidNext);
    return placed.length === 0 ? { then } : { write: mirror(folder, { placed }), then };
  },
};
