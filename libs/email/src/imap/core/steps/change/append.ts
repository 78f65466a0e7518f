import { done, later, no, refusedBy } from '../../commands/retry.js';
import type { Change, Place } from '../../commands/command.js';
import { changed, settled } from '../../commands/write.js';
import type { Moment, Uid } from '../../ids.js';
import { expected, type Outcome, type Rules } from '../../outcome.js';
import { folderOf, type SyncState } from '../../state.js';
import type { StepOf } from '../../step.js';
import { timing } from '../../timing.js';
import { uidsIn, type UidSet } from '../../uid-set.js';
import type { WriteOf } from '../../write.js';
import { afterwards } from './site.js';

type Append = StepOf<'append'>;

/**
 * The only command that makes two of one when it is repeated: before each repeat the mail is looked for by what only it has. A copy of sent mail is looked for
 * before the first time as well, while it is not known whether the provider files it itself.
 */
export const append: Rules<'append'> = {
  begin(step, state) {
    if (step.stage === 'append') return { ask: { ask: 'mailOf', command: step.command.id } };
    return { ask: { ask: 'open', path: folderOf(state, step.command.want.to)!.path } };
  },
  take(step, answer, state, now) {
    const { command } = step;
    switch (answer.saw) {
      case 'opened': {
        const { uidValidity, uidNext } = answer.folder;
        const numbers = { folder: command.want.to, uidValidity, uidNext };
        const isFirst = command.before === null && !isUnsure(step, state) && !command.put;
        return isFirst ? begun({ ...step, numbers }) : search({ ...step, numbers });
      }
      case 'found': {
        const uids = sinceBegun(step, answer.uids);
        if (uids.length === 0 && step.mark + 1 < command.want.marks.length)
          return search({ ...step, mark: step.mark + 1 });
        return looked(step, [...uidsIn(uids)], state, now);
      }
      case 'mailOf':
        return answer.bytes
          ? {
              ask: {
                ...{ ask: 'append', path: folderOf(state, command.want.to)!.path, bytes: answer.bytes },
                ...{ flags: command.want.flags, date: command.want.date },
              },
            }
          : end(step, no('server', 'The bytes of the mail are no more.'), state);
      default: {
        const { uid, uidValidity } = expected(answer, 'appended');
        if (uid === null || uidValidity === null) return { then: [{ ...step, stage: 'find', mark: 0 }] };
        return there(step, { folder: command.want.to, uidValidity, uid }, true, state, now);
      }
    }
  },
  refused: (step, refusal, state, now) =>
    end(step, refusedBy(step.command, refusal, now), { ...state, listedAt: null }),
};

const isUnsure = ({ command }: Append, state: SyncState): boolean =>
  command.want.isSentCopy && state.mailbox!.sentCopy === 'unknown';

const search = (step: Append): Outcome => ({
  ask: { ask: 'search', mark: step.command.want.marks[step.mark]! },
  as: step,
});

/** What was put there by us lies above the numbers from before; a copy of sent mail may have been there first. */
function sinceBegun({ command, numbers }: Append, uids: UidSet): UidSet {
  const { before, want } = command;
  if (want.isSentCopy || before?.uidValidity !== numbers!.uidValidity) return uids;
  return uids.flatMap(([first, last]) =>
    last < before.uidNext ? [] : [[Math.max(first, before.uidNext), last] as const],
  );
}

function begun(step: Append): Outcome {
  const { command } = step;
  const before = command.before ?? step.numbers;
  return {
    write: settled([changed(command, { to: 'running', before })]),
    then: [{ ...step, command: { ...command, before }, stage: 'append', mark: 0 }],
  };
}

function looked(step: Append, uids: readonly Uid[], state: SyncState, now: Moment): Outcome {
  const { command } = step;
  const [uid] = uids;
  if (command.put) return confirmed(step, command.put, uids, state);
  if (uid !== undefined) {
    const place = { folder: command.want.to, uidValidity: step.numbers!.uidValidity, uid };
    return there(step, place, command.before !== null, state, now);
  }
  if (step.stage === 'find') return end(step, later(command, 'The mail is not there.', now), state);
  const wait = timing.sentCopyLooks[command.misses];
  if (command.before === null && isUnsure(step, state) && wait !== undefined)
    return end(step, { to: 'waiting', dueAt: now + wait, counts: 'miss', reply: '' }, state);
  return begun(step);
}

/** @param isOurs we have begun to put it there: otherwise the provider has */
function there(step: Append, put: Place, isOurs: boolean, state: SyncState, now: Moment): Outcome {
  const { command } = step;
  if (command.want.isSentCopy && !isOurs) return end(step, done('asWished'), state, 'provider');
  if (isUnsure(step, state))
    return end(step, { to: 'confirming', put, dueAt: now + timing.secondSentCopy }, state);
  // The one that it stands for goes next.
  return end(step, command.want.insteadOf ? { to: 'running', put } : done(), state);
}

/** Of two copies one is the provider's, which is slow: ours goes, where the server removes single mails. */
function confirmed(step: Append, put: Place, uids: readonly Uid[], state: SyncState): Outcome {
  const { command } = step;
  const { uidValidity } = step.numbers!;
  const isOursThere = put.uidValidity === uidValidity && uids.includes(put.uid);
  if (uids.length < 2 || !isOursThere) return end(step, done(), state, uids.length === 1 ? 'ours' : null);
  if (!state.profile!.uidplus) return end(step, done(), state, 'provider');
  const site = { folder: put.folder, uidValidity };
  const tasks = [{ command, uid: put.uid }];
  const remove = { step: 'remove', stage: 'select', site, tasks } as const;
  return {
    write: settled([], null, 'provider'),
    then: [remove],
    set: { mailbox: { ...state.mailbox!, sentCopy: 'provider' } },
  };
}

const end = (
  { command }: Append,
  change: Change,
  state: SyncState,
  sentCopy: WriteOf<'commands'>['sentCopy'] = null,
): Outcome => ({
  write: settled([changed(command, change)], null, sentCopy),
  then: [],
  // What is there by now is read like any other mail.
  set: {
    ...afterwards(state, command.want.to),
    listedAt: state.listedAt,
    ...(sentCopy && { mailbox: { ...state.mailbox!, sentCopy } }),
  },
});
