import { isOf, type Command, type CommandChange, type CommandOf, type Place } from '../commands/command.js';
import { dueOf, nextDueAt } from '../commands/due.js';
import { done, missed, no } from '../commands/retry.js';
import { changed, settled } from '../commands/write.js';
import type { FolderRole } from '../folders/role.js';
import type { Moment } from '../ids.js';
import { expected, type Rules } from '../outcome.js';
import { folderOf, type SyncState } from '../state.js';
import type { Step, Task } from '../step.js';
import { COMMANDS_PART, COMMANDS_READ } from '../timing.js';

/** What is wanted of the server: those that go together are carried out together, the oldest first. */
export const commands: Rules<'commands'> = {
  begin: () => ({ ask: { ask: 'commands', most: COMMANDS_READ } }),
  take(_, answer, state, now) {
    const { rows } = expected(answer, 'commands');
    const [first, ...others] = dueOf(rows, now);
    if (!first) return { then: [], set: { commandsDueAt: nextDueAt(rows, now) } };
    const next = nextOf(first, state, now);
    const again = { areCommandsRead: false };
    // Where the mail is has to be seen first: the list tells which folders have changed.
    if ('change' in next)
      return {
        write: settled([changed(first, next.change)]),
        then: [],
        set: next.change.to === 'waiting' ? { ...again, listedAt: null } : again,
      };
    return { then: [withOthers(next.step, others, state, now)], set: again };
  },
};

type Next = { readonly step: Step } | { readonly change: Omit<CommandChange, 'id'> & CommandChange };

function nextOf(command: Command, state: SyncState, now: Moment): Next {
  const end = (change: Parameters<typeof changed>[1]): Next => ({ change: changed(command, change) });
  if (isOf(command, 'append')) return appendOf(command, state);
  if (isOf(command, 'createFolder') || isOf(command, 'renameFolder'))
    return { step: { step: 'changeFolder', command, isBegun: false } };
  const place = placeOf(command, state);
  if (isOf(command, 'flags'))
    return place
      ? { step: { step: 'setFlags', stage: 'select', ...one(command, place) } }
      : end(missed(command, now));
  if (isOf(command, 'delete')) {
    if (!place) return end(command.want.mail.since.length > 0 ? elsewhere(command) : missed(command, now));
    return mayDelete(roleOf(place, state))
      ? { step: { step: 'remove', stage: 'select', ...one(command, place) } }
      : end(no('notInTrash'));
  }
  return isOf(command, 'move') || isOf(command, 'copy')
    ? transferOf(command, place, state, now)
    : end(no('server'));
}

function transferOf(
  command: CommandOf<'move' | 'copy'>,
  place: Place | null,
  state: SyncState,
  now: Moment,
): Next {
  const { mail, to, kind } = command.want;
  const end = (change: Parameters<typeof changed>[1]): Next => ({ change: changed(command, change) });
  if (!folderOf(state, to)) return end(no('noFolder'));
  if (!place) {
    if (command.put) return end(done());
    // By us, before the connection broke, or by somebody else: it is so.
    if (mail.since.some(({ folder }) => folder === to)) return end(done('asWished'));
    return end(mail.since.length > 0 ? elsewhere(command) : missed(command, now));
  }
  if (kind === 'move' && place.folder === to) return end(done('asWished'));
  if (isOf(command, 'move') && command.put)
    return { step: { step: 'remove', stage: 'select', ...one(command, place) } };
  if (isOf(command, 'move') && state.profile!.move)
    return { step: { step: 'move', stage: 'select', to, moved: null, ...one(command, place) } };
  const { site } = siteOf(place);
  return { step: { step: 'duplicate', stage: 'target', site, task: { command, uid: place.uid } } };
}

function appendOf(command: CommandOf<'append'>, state: SyncState): Next {
  const { want, put } = command;
  const end = (change: Parameters<typeof changed>[1]): Next => ({ change: changed(command, change) });
  if (!folderOf(state, want.to)) return { change: changed(command, no('noFolder')) };
  if (want.isSentCopy && !put && state.mailbox!.sentCopy === 'provider') return end(done('provider'));
  if (put && !want.isSentCopy) {
    const place = want.insteadOf;
    if (!place || folderOf(state, place.folder)?.uidValidity !== place.uidValidity) return end(done());
    return { step: { step: 'remove', stage: 'select', ...one(command, place) } };
  }
  return { step: { step: 'append', stage: 'target', command, mark: 0, numbers: null } };
}

/** Every command follows a mail that another one of ours has moved; flags follow what others have moved as well. */
function placeOf(command: Command, state: SyncState): Place | null {
  if (!('mail' in command.want)) return null;
  const { at, isThere, since } = command.want.mail;
  const followed = since.filter(({ isOurs }) => isOurs || isOf(command, 'flags'));
  const places = isThere ? [at] : followed;
  return (
    places.find(({ folder, uidValidity }) => folderOf(state, folder)?.uidValidity === uidValidity) ?? null
  );
}

const elsewhere = (command: CommandOf<'move' | 'copy' | 'delete'>) =>
  ({ to: 'superseded', where: command.want.mail.since.at(-1)!.folder }) as const;

const mayDelete = (role: FolderRole | null) => role === 'trash' || role === 'junk';
const roleOf = ({ folder }: Place, state: SyncState) => folderOf(state, folder)!.role;

const siteOf = ({ folder, uidValidity }: Place) => ({ site: { folder, uidValidity } });
const one = <Of extends Command>(command: Of, place: Place) => ({
  ...siteOf(place),
  tasks: [{ command, uid: place.uid }],
});

/** Those that ask the same of other mails of the folder go with it, up to the first that asks something else. */
function withOthers(step: Step, others: readonly Command[], state: SyncState, now: Moment): Step {
  if (!('tasks' in step)) return step;
  const tasks: unknown[] = [...step.tasks];
  for (const other of others.slice(0, COMMANDS_PART - 1)) {
    const next = nextOf(other, state, now);
    if (!('step' in next) || !('tasks' in next.step) || keyOf(next.step) !== keyOf(step)) break;
    tasks.push(...next.step.tasks);
  }
  // Of one key they are of one kind.
  return { ...step, tasks } as Step;
}

function keyOf(step: Extract<Step, { tasks: unknown }>): string {
  const [{ command }] = step.tasks as readonly [Task<'flags' | 'move' | 'delete' | 'append'>];
  const { kind } = command.want;
  const how =
    kind === 'flags' ? [command.want.add, command.want.remove] : step.step === 'move' ? step.to : kind;
  return JSON.stringify([step.step, step.site, how]);
}
