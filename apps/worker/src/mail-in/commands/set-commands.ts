import type { CommandUpdate } from '@cueline/database';
import {
  commandIdOf,
  type ChangedMails,
  type CommandChange,
  type CommandId,
  type WriteOf,
} from '@cueline/email/imap';
import type { Changes } from '../mirror/changes.js';
import { multirangeOf } from '../mirror/multirange.js';
import { reasonOf } from './reason-of.js';

/** What has come of commands, and what they have changed: in one transaction. @returns those that a person has taken back */
export async function setCommands(
  changes: Changes,
  { changes: updates, mirror, sentCopy }: WriteOf<'commands'>,
  fence: string,
): Promise<CommandId[]> {
  const takenBack = await changes.updateCommands(fence, updates.map(updateOf));
  if (mirror) await setMirror(changes, mirror);
  if (sentCopy) await changes.learnSentCopy(sentCopy);
  return takenBack.map(commandIdOf);
}

async function setMirror(
  changes: Changes,
  { folder, uidValidity, flags, gone, placed }: ChangedMails,
): Promise<void> {
  const from = { folderId: folder, uidValidity };
  if (flags.length > 0) await changes.setFlags(from, flags);
  if (placed)
    await changes.copy(from, { folderId: placed.folder, uidValidity: placed.uidValidity }, placed.uids);
  if (gone.length > 0) await changes.place(from, [], multirangeOf(gone), undefined);
}

function updateOf(change: CommandChange): CommandUpdate {
  const update = {
    id: change.id,
    state: change.to,
    tries: 0,
    misses: 0,
    nextAt: null,
    progress: {},
  } as const;
  switch (change.to) {
    case 'running':
      return 'put' in change
        ? { ...update, progress: { put: change.put }, reason: null }
        : { ...update, tries: 1, progress: { before: change.before }, reason: null };
    case 'waiting':
      return {
        ...update,
        misses: change.counts === 'miss' ? 1 : 0,
        nextAt: change.dueAt,
        reason:
          change.reply === '' ? null : { code: 'mailCommand.tryAgain', params: { reply: change.reply } },
      };
    case 'confirming':
      return { ...update, nextAt: change.dueAt, progress: { put: change.put }, reason: null };
    default:
      return { ...update, reason: reasonOf(change) };
  }
}
