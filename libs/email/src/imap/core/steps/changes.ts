import { folderOf } from '../state.js';
import { expected, type Rules } from '../outcome.js';
import type { Step } from '../step.js';
import { NEWEST_FLAGS, SURVEY_PART, timing } from '../timing.js';
import { mirror } from './mirror.js';

export const flags: Rules<'flags'> = {
  begin: ({ since, ofAll }) => ({
    ask: { ask: 'flags', of: ofAll ? 'all' : since === null ? { newest: NEWEST_FLAGS } : { since } },
  }),
  take(step, answer, state, now) {
    const { rows } = expected(answer, 'flags');
    const cursor = step.ofAll ? { flagsReadAt: now } : {};
    if (rows.length === 0 && !step.ofAll) return { then: [] };
    return { write: mirror(folderOf(state, step.folder)!, { flags: rows, cursor }), then: [] };
  },
};

/** A range up to `*` names the last mail in any case (RFC 9051, section 9), so what is below the cursor is dropped. */
export const arrivals: Rules<'arrivals'> = {
  begin: ({ folder }, state) => ({ ask: { ask: 'survey', of: { from: folderOf(state, folder)!.uidNext } } }),
  take(step, answer, state) {
    const folder = folderOf(state, step.folder)!;
    const rows = expected(answer, 'survey')
      .rows.filter(({ uid }) => uid >= folder.uidNext)
      .sort((a, b) => a.uid - b.uid);
    if (rows.length === 0) return { then: [] };
    const placed = rows.slice(0, SURVEY_PART);
    const again: Step[] = rows.length > placed.length ? [step] : [];
    return { write: mirror(folder, { placed, cursor: { uidNext: placed.at(-1)!.uid + 1 } }), then: again };
  },
};

/** The mirror is complete up to what the server said when the folder was opened, and only now its MODSEQ is passed. */
export const finish: Rules<'finish'> = {
  begin({ folder: id }, state, now) {
    const folder = folderOf(state, id)!;
    const modSeq = state.opened?.status.modSeq ?? null;
    const set = {
      due: state.due.filter((one) => one !== id),
      doubted: state.doubted.filter((one) => one !== id),
      suspect: state.suspect?.folder === id ? null : state.suspect,
      ...(folder.role === 'inbox' && { inboxAt: now }),
    };
    const isNoted = folder.checkedAt !== null && now - folder.checkedAt < timing.proof;
    if (modSeq === folder.modSeq && isNoted) return { then: [], set };
    return { write: mirror(folder, { cursor: { modSeq, checkedAt: now } }), then: [], set };
  },
};
