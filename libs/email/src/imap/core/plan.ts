import { byImportance } from './folders/due.js';
import type { Folder } from './folders/folder.js';
import type { FolderId, Moment } from './ids.js';
import type { Phase, SyncState } from './state.js';
import type { Step } from './step.js';
import { timing } from './timing.js';

/** What is done next when nothing is under way; nothing where there is only to wait. */
export function plan(state: SyncState, now: Moment): readonly Step[] {
  if (state.mailbox === null) return [{ step: 'load' }];
  if (state.profile === null) return [{ step: 'connect' }];
  if (isListDue(state, now)) return [{ step: 'list' }];
  // After new mail: an offline client plays back what was asked before it reads on (RFC 4549, section 4.2).
  if (!state.areCommandsRead && !isInboxDue(state, now)) return [{ step: 'commands' }];
  const open = nextFolder(state, now);
  if (open) return [{ step: 'open', folder: open }];
  return inboxOf(usable(state, now)) ? [{ step: 'idle' }] : [];
}

/** When to look again, where nothing is left to do. */
export const nextPlanAt = (state: SyncState, now: Moment): Moment => (state.listedAt ?? now) + timing.list;

const isListDue = ({ listedAt }: SyncState, now: Moment): boolean =>
  listedAt === null || now - listedAt >= timing.list;

/** New mail first, then what has changed, then what was there before; at last INBOX, to listen there. */
function nextFolder(state: SyncState, now: Moment): FolderId | undefined {
  const folders = usable(state, now);
  const inbox = inboxOf(folders);
  const due = state.due.find((id) => folders.some((one) => one.id === id));
  const behind = byImportance(folders).find(isBehind);
  const waits = state.inboxAt === null || now - state.inboxAt >= timing.inboxDuringImport;
  if (inbox && (due ?? behind) !== undefined && waits) return inbox.id;
  if (due !== undefined || behind) return due ?? behind!.id;
  return inbox && inbox.id !== state.opened?.folder ? inbox.id : undefined;
}

function isInboxDue(state: SyncState, now: Moment): boolean {
  const inbox = inboxOf(usable(state, now));
  return inbox !== undefined && state.due.includes(inbox.id);
}

function usable(state: SyncState, now: Moment): readonly Folder[] {
  const aside = new Set(state.aside.filter(({ until }) => until > now).map(({ folder }) => folder));
  return state.folders.filter((one) => one.isSynced && !aside.has(one.id));
}

const inboxOf = (folders: readonly Folder[]) => folders.find(({ role }) => role === 'inbox');

const isBehind = ({ uidValidity, floor, wanting }: Folder): boolean =>
  uidValidity === null || floor > 1 || wanting > 0;

/** What a person sees while `step` is under way. */
export function phaseDuring(step: Step, state: SyncState): Phase {
  if (step.step === 'load' || step.step === 'connect') return { is: 'connecting' };
  if (step.step === 'list' && state.folders.length === 0) return { is: 'listing' };
  return { is: state.folders.some((one) => one.isSynced && isBehind(one)) ? 'importing' : 'live' };
}
