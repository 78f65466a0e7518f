import type { FolderId, Moment } from './ids.js';
import type { Observation, Refusal } from './observation.js';
import { initialState, type SyncState } from './state.js';
import { timing } from './timing.js';
import type { TroubleCause } from './trouble-cause.js';

type Lost = Extract<Observation, { saw: 'lost' }>;
type Refused = Extract<Observation, { saw: 'refused' }>;

/** The connection is gone, and with it all that was under way: the next one begins with what is stored. */
export function afterLoss(
  state: SyncState,
  { why, chance, cause = 'dropped' }: Lost,
  now: Moment,
): SyncState {
  const failures = (survived(state, now) ? 0 : state.failures) + 1;
  const until = now + Math.round(chance * retryWithin(failures));
  const folder = folderUnder(state);
  const times = folder === undefined ? 0 : (state.suspect?.folder === folder ? state.suspect.times : 0) + 1;
  const isBad = folder !== undefined && times >= 3;
  return {
    ...initialState,
    failures,
    signIns: state.signIns,
    // What was told while the connection died may be lost: that folder is compared in full.
    doubted: state.opened ? [...new Set([...state.doubted, state.opened.folder])] : state.doubted,
    suspect: folder === undefined || isBad ? null : { folder, times },
    aside: isBad
      ? [...state.aside, { folder, until: now + timing.suspectFolder, cause, reply: why }]
      : state.aside,
    phase: { is: 'waiting', until, cause, reply: why },
  };
}

/** At once after the first, then with a spread that doubles (full jitter), so that a server that comes back is not run over. */
const retryWithin = (failures: number): number =>
  failures === 1 ? 0 : Math.min(timing.longestRetry, timing.firstRetry * 2 ** Math.min(failures - 1, 12));

const survived = ({ connectedAt }: SyncState, now: Moment): boolean =>
  connectedAt !== null && now - connectedAt >= timing.survival;

const folderUnder = ({ steps: [step] }: SyncState) => (step && 'folder' in step ? step.folder : undefined);

/** Signing in, or reading the list of folders, was refused: the whole mailbox waits. */
export function afterRefusal(state: SyncState, refused: Refused, now: Moment): SyncState {
  const { refusal, reply, cause = causes[refusal] } = refused;
  const kept = { ...initialState, doubted: state.doubted, aside: state.aside };
  if (refusal === 'person')
    return { ...kept, phase: { is: 'needsYou', until: now + timing.repairLook, cause, reply } };
  if (refusal === 'signIn') {
    const signIns = state.signIns + 1;
    const until = now + timing.secondSignIn;
    return signIns > 1
      ? { ...kept, signIns, phase: { is: 'needsYou', until: null, cause, reply } }
      : { ...kept, signIns, phase: { is: 'waiting', until, cause, reply } };
  }
  const failures = (survived(state, now) ? 0 : state.failures) + 1;
  const until = now + retryWithin(failures + 1);
  return { ...kept, failures, signIns: state.signIns, phase: { is: 'waiting', until, cause, reply } };
}

const causes: Readonly<Record<Refusal, TroubleCause>> = {
  signIn: 'signIn',
  person: 'server',
  unavailable: 'busy',
  folder: 'server',
  quota: 'server',
  alreadyThere: 'server',
  other: 'server',
};

/** One folder's trouble is not the mailbox's: it is left alone for a while, and the list tells whether it is still there. */
export const withoutFolder = (
  state: SyncState,
  folder: FolderId,
  { refusal, reply, cause = causes[refusal] }: Refused,
  now: Moment,
): SyncState => ({
  ...state,
  steps: [],
  opened: null,
  listedAt: null,
  due: state.due.filter((one) => one !== folder),
  aside: [
    ...state.aside.filter(({ until }) => until > now),
    { folder, until: now + timing.refusedFolder, cause, reply },
  ],
});
