import type { MailboxStatus } from '@cueline/database';
import type { Folder, SyncState, TroubleCause } from '@cueline/email/imap';
import { cleanReply } from '@cueline/email/smtp';

/** A rest that is over before anybody reads of it is none. */
const SHORT_MS = 1_500;
/** So many mails without their bytes are new mail that has just come; more are an import. */
const FEW = 50;

const working = { cause: null, reason: null, waitingUntil: null } as const;

/**
 * What people see of a mailbox; undefined leaves what they see as it is. While it connects that is what was before: a connection is renewed now and then, and
 * what waits or needs a person does so until it works.
 */
export function statusOf(
  { phase, folders, aside }: Pick<SyncState, 'phase' | 'folders' | 'aside'>,
  before: MailboxStatus['state'] | undefined,
  now: number,
): MailboxStatus | undefined {
  switch (phase.is) {
    case 'waiting':
      if (phase.until - now < SHORT_MS) return undefined;
      return { state: 'waiting', waitingUntil: new Date(phase.until), ...troubleOf(phase) };
    case 'needsYou':
      return { state: 'needs_you', waitingUntil: null, ...troubleOf(phase) };
    case 'importing':
    case 'live': {
      // The others are read; what matters of the mailbox is not.
      const inbox = folders.find(({ role }) => role === 'inbox')?.id;
      const trouble = aside.find(({ folder, until }) => folder === inbox && until > now);
      if (trouble) return { state: 'waiting', waitingUntil: new Date(trouble.until), ...troubleOf(trouble) };
      return { state: isImporting(folders, before) ? 'importing' : 'live', ...working };
    }
    default:
      return undefined;
  }
}

/** Once it has begun it lasts until everything is there. */
function isImporting(folders: readonly Folder[], before: MailboxStatus['state'] | undefined): boolean {
  const synced = folders.filter(({ isSynced }) => isSynced);
  if (synced.some(({ uidValidity, floor }) => uidValidity === null || floor > 1)) return true;
  const wanting = synced.reduce((sum, folder) => sum + folder.wanting, 0);
  return wanting > (before === 'live' ? FEW : 0);
}

const troubleOf = ({ cause, reply }: { readonly cause: TroubleCause; readonly reply: string }) => ({
  cause,
  reason: { code: `mailbox.${cause}` as const, params: { reply: cleanReply(reply) } },
});

export const isSame = (a: MailboxStatus | undefined, b: MailboxStatus): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
