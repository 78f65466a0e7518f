import type { Folder, OpenedFolder } from '../folders/folder.js';
import { isHigher, type Moment } from '../ids.js';
import type { AnswerTo, MailboxFacts } from '../observation.js';
import type { Profile } from '../profile.js';
import { folderOf, type SyncState } from '../state.js';
import { expected, type Outcome, type Rules } from '../outcome.js';
import type { Step } from '../step.js';
import { PARTS_IN_TURN, timing } from '../timing.js';
import { noUids, sizeOf } from '../uid-set.js';
import type { Fact, WriteOf } from '../write.js';
import { mirror } from './mirror.js';
import { isTooMuch } from './plausible.js';

/** A round of a folder begins: what has to be done follows from what the server says of it now. */
export const open: Rules<'open'> = {
  begin(step, state) {
    const { path, uidValidity, modSeq } = folderOf(state, step.folder)!;
    const since =
      state.profile?.qresync && uidValidity !== null && modSeq !== null ? { uidValidity, modSeq } : null;
    return { ask: { ask: 'open', path, ...(since && { since }) } };
  },
  take(step, answer, state, now) {
    const seen = expected(answer, 'opened');
    const folder = folderOf(state, step.folder)!;
    const opened = { folder: step.folder, status: seen.folder };
    const outcome =
      seen.folder.uidValidity === folder.uidValidity
        ? round(folder, seen, state, now)
        : beginning(folder, seen.folder, state.mailbox, now);
    return { ...outcome, set: { opened } };
  },
};

type Round = Extract<Outcome, { then: readonly Step[] }>;

/** Known by another UIDVALIDITY, or not at all: its mirror begins anew, and no mail in it is news by being there. */
function beginning(folder: Folder, status: OpenedFolder, mailbox: MailboxFacts | null, now: Moment): Round {
  const { uidValidity, uidNext, objectId = null } = status;
  const isReset = folder.uidValidity !== null;
  const newFrom = isReset
    ? { uid: 1, at: folder.checkedAt ?? now }
    : { uid: uidNext, at: (mailbox?.connectedAt ?? now) - timing.clockDifference };
  const facts: Fact[] = isReset
    ? [{ fact: 'reset', folder: folder.id, from: folder.uidValidity, to: uidValidity }]
    : [];
  return {
    write: { write: 'begin', folder: folder.id, uidValidity, objectId, uidNext, newFrom, facts },
    then: [
      { step: 'import', folder: folder.id, left: null, isSecond: false, parts: PARTS_IN_TURN },
      { step: 'finish', folder: folder.id },
      { step: 'contents', folder: folder.id, parts: PARTS_IN_TURN },
    ],
  };
}

function round(folder: Folder, seen: AnswerTo<'opened'>, state: SyncState, now: Moment): Round {
  const { id } = folder;
  const status = seen.folder;
  const facts = fallen(folder, status);
  const isDoubtful =
    facts.length > 0 ||
    state.doubted.includes(id) ||
    folder.comparedAt === null ||
    now - folder.comparedAt >= timing.compare ||
    isTooMuch(sizeOf(seen.vanished), folder.count);
  const isDone = folder.floor <= 1;
  return {
    ...told(folder, seen, facts),
    then: [
      ...flagSteps(folder, status, state.profile, facts.length > 0, now),
      ...(status.uidNext === folder.uidNext ? [] : [{ step: 'arrivals', folder: id } as const]),
      ...(isDone
        ? []
        : [{ step: 'import', folder: id, left: null, isSecond: false, parts: PARTS_IN_TURN } as const]),
      ...(isDone && isDoubtful ? [compare(id)] : []),
      ...(isDone && !isDoubtful ? [{ step: 'count', folder: id } as const] : []),
      { step: 'finish', folder: id },
      { step: 'contents', folder: id, parts: PARTS_IN_TURN },
    ],
  };
}

export const compare = (folder: Folder['id'], tries = 0): Step => ({
  step: 'compare',
  folder,
  local: null,
  isSecond: false,
  tries,
});

/** What a resyncing server has told by itself. */
function told(
  folder: Folder,
  { folder: { isResynced }, vanished, flags }: AnswerTo<'opened'>,
  facts: readonly Fact[],
): { readonly write?: WriteOf<'mirror'> } {
  const gone = isResynced && !isTooMuch(sizeOf(vanished), folder.count) ? vanished : noUids;
  const changed = isResynced ? flags : [];
  if (gone.length + changed.length + facts.length === 0) return {};
  return { write: mirror(folder, { gone, flags: changed, facts }) };
}

/** Numbers that may only rise, and have not. */
function fallen(folder: Folder, status: OpenedFolder): Fact[] {
  const { id } = folder;
  const facts: Fact[] = [];
  if (status.uidNext < folder.uidNext)
    facts.push({
      fact: 'notBelieved',
      folder: id,
      what: 'uidNextFell',
      was: folder.uidNext,
      now: status.uidNext,
    });
  if (folder.modSeq !== null && status.modSeq !== undefined && isHigher(folder.modSeq, status.modSeq))
    facts.push({
      fact: 'notBelieved',
      folder: id,
      what: 'modSeqFell',
      was: folder.modSeq,
      now: status.modSeq,
    });
  return facts;
}

/** How the flags that have changed are found. */
function flagSteps(
  folder: Folder,
  status: OpenedFolder,
  profile: Profile | null,
  ofAll: boolean,
  now: Moment,
): Step[] {
  const flags = (how: { since: Folder['modSeq']; ofAll: boolean }): Step[] => [
    { step: 'flags', folder: folder.id, ...how },
  ];
  if (ofAll) return flags({ since: null, ofAll });
  if (status.isResynced) return [];
  if (profile?.condstore && status.modSeq !== undefined && folder.modSeq !== null)
    return status.modSeq === folder.modSeq ? [] : flags({ since: folder.modSeq, ofAll });
  const isDue = folder.flagsReadAt === null || now - folder.flagsReadAt >= timing.allFlags;
  return flags({ since: null, ofAll: isDue });
}
