import { later, missed, no, refusedBy } from '../../commands/retry.js';
import type { Change, Command } from '../../commands/command.js';
import { changed, settled } from '../../commands/write.js';
import type { FolderId, Moment, Uid } from '../../ids.js';
import type { AnswerTo } from '../../observation.js';
import type { Outcome, Refused } from '../../outcome.js';
import { folderOf, type SyncState } from '../../state.js';
import type { Site, Step } from '../../step.js';
import { hasUid, uidSetOf, type UidSet } from '../../uid-set.js';
import type { ChangedMails } from '../../write.js';

export const select = ({ site }: Site, state: SyncState): Outcome => ({
  ask: { ask: 'select', path: folderOf(state, site.folder)!.path },
});

interface AnyTask {
  readonly command: Command;
  readonly uid: Uid;
}
/** A step whose tasks are worked on in one folder. */
type SiteStep = Extract<Step, { readonly tasks: unknown }>;
const uidsOf = (tasks: readonly { readonly uid: number }[]): UidSet => uidSetOf(tasks.map(({ uid }) => uid));

/** The flags as they are now: of those that are asked for, and nothing of the others. */
export const readFlags = (step: SiteStep): Outcome => ({
  ask: { ask: 'flags', of: { uids: uidsOf(step.tasks) } },
  as: step,
});

/** Nothing is open for reading any more, and these are to be read soon. */
export const afterwards = (state: SyncState, ...folders: readonly FolderId[]): Partial<SyncState> => ({
  opened: null,
  due: [...new Set([...folders, ...state.due])],
});

/** @returns what keeps anything in this folder from being changed */
export function obstacle(
  { site }: Site,
  { folder }: AnswerTo<'selected'>,
  now: Moment,
): ((command: Command) => Change) | undefined {
  if (folder.uidValidity !== site.uidValidity) return (command) => later(command, 'UIDVALIDITY', now);
  return folder.isReadOnly ? () => no('readOnly') : undefined;
}

export const endAll = (
  tasks: readonly { readonly command: Command }[],
  change: (command: Command) => Change,
  set: Partial<SyncState>,
): Outcome => ({
  write: settled(tasks.map(({ command }) => changed(command, change(command)))),
  then: [],
  set,
});

/** Those whose mail the server has, and what becomes of the others. */
export function present<T extends AnyTask>(tasks: readonly T[], there: UidSet, now: Moment) {
  const left = tasks.filter(({ uid }) => hasUid(there, uid));
  const lost = tasks.filter(({ uid }) => !hasUid(there, uid));
  return {
    left,
    gone: uidsOf(lost),
    changes: lost.map(({ command }) => changed(command, missed(command, now))),
  };
}

/** A refusal of many may be that of one: halves find it. */
export function refusedTasks(step: SiteStep, refusal: Refused, state: SyncState, now: Moment): Outcome {
  const tasks: readonly AnyTask[] = step.tasks;
  const half = Math.floor(tasks.length / 2);
  if (half > 0 && refusal.refusal !== 'unavailable') {
    const of = (some: readonly AnyTask[]) => ({ ...step, stage: 'select', tasks: some }) as Step;
    return { then: [of(tasks.slice(0, half)), of(tasks.slice(half))] };
  }
  const set = { ...afterwards(state, step.site.folder), listedAt: null };
  return endAll(tasks, (command) => refusedBy(command, refusal, now), set);
}

export const inSite = ({ site }: Site, changes: Partial<ChangedMails>) => ({ ...site, ...changes });
