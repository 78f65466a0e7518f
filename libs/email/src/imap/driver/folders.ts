import type { ImapFlow, MailboxObject } from 'imapflow';
import {
  modSeqOf,
  uidSetOf,
  uidValidityOf,
  type AnswerTo,
  type FlagRow,
  type ListedFolder,
  type ModSeq,
  type OpenedFolder,
  type Uid,
  type UidValidity,
} from '../core/index.js';
import { flagRowOf } from './rows.js';

const status = { messages: true, uidNext: true, uidValidity: true, highestModseq: true };

export async function list(client: ImapFlow): Promise<AnswerTo<'listed'>> {
  const listed = await client.list({ statusQuery: status });
  const folders = listed
    .filter((one) => one.listed)
    .map((one): ListedFolder => {
      const { messages: exists, uidNext, uidValidity, highestModseq } = one.status ?? {};
      const isKnown = exists !== undefined && uidNext !== undefined && uidValidity !== undefined;
      return {
        path: one.path,
        delimiter: one.delimiter || null,
        // The library guesses by names as well; ours is the only guess.
        specialUse: one.specialUseSource === 'extension' ? (one.specialUse ?? null) : null,
        canBeOpened: !one.flags.has('\\Noselect') && !one.flags.has('\\NonExistent'),
        ...(isKnown && {
          status: {
            exists,
            uidNext,
            uidValidity: uidValidityOf(uidValidity),
            modSeq: modSeqOf(highestModseq),
          },
        }),
      };
    });
  return { saw: 'listed', folders };
}

interface Since {
  readonly uidValidity: UidValidity;
  readonly modSeq: ModSeq;
}

/** A server that resyncs tells what is gone before the folder counts as open, so we listen before we say its name. */
export async function open(client: ImapFlow, path: string, since?: Since): Promise<AnswerTo<'opened'>> {
  const [vanished, flags]: [Uid[], FlagRow[]] = [[], []];
  const onGone = (gone: { uid?: number | undefined }) => gone.uid !== undefined && vanished.push(gone.uid);
  const onFlags = (one: {
    uid?: number | undefined;
    flags?: Set<string> | undefined;
    modseq?: bigint | undefined;
  }) => one.uid !== undefined && one.flags && flags.push(flagRowOf(one.uid, one.flags, one.modseq));
  client.on('expunge', onGone).on('flags', onFlags);
  try {
    const opened = await client.mailboxOpen(path, {
      readOnly: true,
      ...(since && { uidValidity: BigInt(since.uidValidity), changedSince: BigInt(since.modSeq) }),
    });
    const folder = await openedFolderOf(client, opened);
    return { saw: 'opened', folder, vanished: uidSetOf(vanished), flags };
  } finally {
    client.off('expunge', onGone).off('flags', onFlags);
  }
}

/** Copied at once: the library raises MODSEQ and the count while one works. */
async function openedFolderOf(client: ImapFlow, opened: MailboxObject): Promise<OpenedFolder> {
  const { uidValidity, exists, highestModseq, noModseq, mailboxId } = opened;
  return {
    uidValidity: uidValidityOf(uidValidity),
    exists,
    modSeq: noModseq ? undefined : modSeqOf(highestModseq),
    objectId: mailboxId,
    // Only where UIDVALIDITY is still ours and MODSEQ is kept; its types don't name it.
    isResynced: 'qresync' in opened && opened.qresync === true,
    uidNext: opened.uidNext || (await uidNextOf(client, opened)),
  };
}

/** Some servers say it in STATUS alone, and some nowhere: then it is one above the highest. */
async function uidNextOf(client: ImapFlow, { path, exists }: MailboxObject): Promise<Uid> {
  const said = await client.status(path, { uidNext: true });
  if (said && said.uidNext) return said.uidNext;
  if (exists === 0) return 1;
  const last = await client.fetchOne('*', { uid: true });
  return last ? last.uid + 1 : 1;
}
