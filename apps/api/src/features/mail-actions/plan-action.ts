import type { mailActions } from '@cueline/contracts';
import type { CommandBase, CommandPayload, FolderRole } from '@cueline/database';

/** A mail where it is shown. One message may lie in several folders. */
export interface ShownMail {
  readonly messageId: string;
  readonly mailboxId: string;
  /** Where it lies on the server; what is shown may be ahead of it. */
  readonly place: { readonly folder: string; readonly uidValidity: string; readonly uid: number };
  readonly inRole: FolderRole | null;
  readonly folder: string;
  readonly role: FolderRole | null;
  readonly flags: readonly string[];
}

export interface KnownFolder {
  readonly id: string;
  readonly mailboxId: string;
  readonly role: FolderRole | null;
}

export interface PlannedCommand {
  readonly mail: ShownMail;
  readonly payload: CommandPayload;
  readonly base: CommandBase;
}

/** The mailbox lacks the folder that the mail would go to. */
export interface MissingFolder {
  readonly missing: 'inbox' | 'archive' | 'trash';
}

type Action = mailActions.MailAction;
const flagOf = { read: '\\Seen', unread: '\\Seen', flag: '\\Flagged', unflag: '\\Flagged' } as const;

/** What an action asks of each mail. Those that are so already are left out. */
export function planAction(
  action: Action,
  mails: readonly ShownMail[],
  folders: readonly KnownFolder[],
): readonly PlannedCommand[] | MissingFolder {
  switch (action.action) {
    case 'read':
    case 'flag':
      return flagged(mails, flagOf[action.action], true);
    case 'unread':
    case 'unflag':
      return flagged(mails, flagOf[action.action], false);
    case 'archive':
      return moved(
        mails.filter(({ role }) => role === 'inbox'),
        folders,
        ['archive', 'all'],
      );
    case 'inbox': {
      const there = new Set(mails.filter(({ role }) => role === 'inbox').map(({ messageId }) => messageId));
      return moved(oneOfEach(mails.filter(({ messageId }) => !there.has(messageId))), folders, ['inbox']);
    }
    case 'trash':
      return moved(
        mails.filter(({ role }) => role !== 'trash'),
        folders,
        ['trash'],
      );
    case 'move': {
      const target = folders.find(({ id }) => id === action.folderId);
      // Where all mail lies it stays: its folders there are labels.
      const movable = mails.filter(
        ({ mailboxId, role, folder }) =>
          mailboxId === target?.mailboxId && role !== 'all' && folder !== target.id,
      );
      return target ? movable.map((mail) => move(mail, target.id)) : [];
    }
    case 'deleteForever':
      return mails
        .filter(({ role, inRole }) => isForDeletion(role) && isForDeletion(inRole))
        .map((mail) => ({ mail, payload: { kind: 'delete', place: mail.place }, base: baseOf(mail) }));
  }
}

const isForDeletion = (role: FolderRole | null): boolean => role === 'trash' || role === 'junk';
const baseOf = ({ folder, flags }: ShownMail): CommandBase => ({ folder, flags });

function flagged(mails: readonly ShownMail[], flag: string, isSet: boolean): PlannedCommand[] {
  return mails
    .filter(({ flags }) => flags.includes(flag) !== isSet)
    .map((mail) => ({
      mail,
      payload: { kind: 'flags', place: mail.place, add: isSet ? [flag] : [], remove: isSet ? [] : [flag] },
      base: baseOf(mail),
    }));
}

const move = (mail: ShownMail, to: string): PlannedCommand => ({
  mail,
  payload: { kind: 'move', place: mail.place, to },
  base: baseOf(mail),
});

/** Each within its own mailbox, to the first of these folders that it has. */
function moved(
  mails: readonly ShownMail[],
  folders: readonly KnownFolder[],
  roles: readonly ['archive', 'all'] | readonly ['inbox' | 'trash'],
): readonly PlannedCommand[] | MissingFolder {
  const planned: PlannedCommand[] = [];
  for (const mail of mails) {
    const own = folders.filter(({ mailboxId }) => mailboxId === mail.mailboxId);
    const target = roles.map((role) => own.find((one) => one.role === role)).find((one) => one !== undefined);
    if (!target) return { missing: roles[0] };
    planned.push(move(mail, target.id));
  }
  return planned;
}

function oneOfEach(mails: readonly ShownMail[]): ShownMail[] {
  const seen = new Set<string>();
  return mails.filter(({ messageId }) => !seen.has(messageId) && seen.add(messageId));
}
