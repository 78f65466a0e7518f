import { folderOf } from '../state.js';
import { expected, type Rules } from '../outcome.js';
import type { Step } from '../step.js';
import { CONTENT_BYTES, CONTENT_PART } from '../timing.js';
import type { WantedRow } from '../rows.js';
import type { SyncState } from '../state.js';
import { noUids, uidSetOf, without, type UidSet } from '../uid-set.js';
import type { WriteOf } from '../write.js';
import type { FolderId } from '../ids.js';

/** The bytes of the mails that are placed without. What is wanted is in the store, so a break loses nothing but its part. */
export const contents: Rules<'contents'> = {
  begin: ({ folder }, state) =>
    folderOf(state, folder)!.wanting === 0
      ? { then: [] }
      : { ask: { ask: 'wanted', folder, most: CONTENT_PART } },
  take(step, answer) {
    const rows = withinBudget(expected(answer, 'wanted').rows);
    const uidsOf = (mayBeKnown: boolean) =>
      uidSetOf(rows.filter((one) => one.mayBeKnown === mayBeKnown).map(({ uid }) => uid));
    const [known, unknown] = [uidsOf(true), uidsOf(false)];
    const { folder, parts } = step;
    const then: Step[] = [];
    if (known.length > 0) then.push({ step: 'recognize', folder, uids: known });
    if (unknown.length > 0) then.push({ step: 'fetch', folder, uids: unknown });
    if (then.length > 0 && parts > 1) then.push({ ...step, parts: parts - 1 });
    return { then };
  },
};

/** At least one, however large it is. */
function withinBudget(rows: readonly WantedRow[]): readonly WantedRow[] {
  let bytes = 0;
  const end = rows.findIndex(({ size }, i) => (bytes += size) > CONTENT_BYTES && i > 0);
  return end < 0 ? rows : rows.slice(0, end);
}

/** A mail that was moved or copied is not fetched again. */
export const recognize: Rules<'recognize'> = {
  begin: ({ uids }) => ({ ask: { ask: 'headers', uids } }),
  take(step, answer, state) {
    const known = expected(answer, 'headers').rows;
    const missed = without(step.uids, uidSetOf(known.map(({ uid }) => uid)));
    return { write: content(state, step.folder, { known, missed }), then: [] };
  },
};

/** An OK without the mail is no mail. */
export const fetch: Rules<'fetch'> = {
  begin: ({ uids }) => ({ ask: { ask: 'bodies', uids } }),
  take(step, answer, state) {
    const fetched = expected(answer, 'bodies').rows.filter(({ bytes }) => bytes.length > 0);
    const missed = without(step.uids, uidSetOf(fetched.map(({ uid }) => uid)));
    return { write: content(state, step.folder, { fetched, missed }), then: [] };
  },
};

/** The server gave nothing for these. */
export const missedContent = (state: SyncState, folder: FolderId, missed: UidSet): WriteOf<'contents'> =>
  content(state, folder, { missed });

const content = (
  state: SyncState,
  folder: FolderId,
  some: Partial<Pick<WriteOf<'contents'>, 'fetched' | 'known' | 'missed'>>,
): WriteOf<'contents'> => ({
  write: 'contents',
  folder,
  uidValidity: folderOf(state, folder)!.uidValidity!,
  fetched: [],
  known: [],
  missed: noUids,
  facts: [],
  ...some,
});
