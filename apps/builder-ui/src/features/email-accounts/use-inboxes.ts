import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { mailboxes } from '@cueline/contracts';
import { call, ifMatch } from '../../api-client/api.js';
import {
  connectMailbox,
  getMailbox,
  getMailboxJournal,
  listMailboxes,
  listMailFolders,
  pauseMailbox,
  removeMailbox,
  resumeMailbox,
  syncMailbox,
  updateMailbox,
  updateMailFolder,
} from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';

type Mailbox = mailboxes.MailboxView;
/** How a mailbox is changes while one looks. */
const EVERY_MS = 3_000;

export const useInboxes = () =>
  useQuery({
    queryKey: keys.emailAccounts.inboxes,
    queryFn: () => call(listMailboxes()),
    refetchInterval: EVERY_MS,
  });

export const useInbox = (id: string) =>
  useQuery({
    queryKey: keys.emailAccounts.inbox(id),
    queryFn: () => call(getMailbox({ path: { id } })),
    refetchInterval: EVERY_MS,
  });

export const useFolders = (id: string) =>
  useQuery({
    queryKey: keys.emailAccounts.folders(id),
    queryFn: () => call(listMailFolders({ path: { id } })),
    refetchInterval: EVERY_MS,
  });

export const useJournal = (id: string) =>
  useQuery({
    queryKey: keys.emailAccounts.journal(id),
    queryFn: () => call(getMailboxJournal({ path: { id } })),
  });

function useChange<Variables, Result>(change: (variables: Variables) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.emailAccounts.all }),
  });
}

export const useConnectInbox = () =>
  useChange((body: mailboxes.NewMailbox) => call(connectMailbox({ body })));

export const useUpdateInbox = ({ id, revision }: Mailbox) =>
  useChange((body: mailboxes.MailboxPatch) =>
    call(updateMailbox({ path: { id }, headers: ifMatch(revision), body })),
  );

const orders = { pause: pauseMailbox, resume: resumeMailbox, sync: syncMailbox } as const;
export const useOrder = (id: string) =>
  useChange((order: keyof typeof orders) => call(orders[order]({ path: { id } })));

export const useRemoveInbox = ({ id, revision }: Mailbox) =>
  useChange(() => call(removeMailbox({ path: { id }, headers: ifMatch(revision) })));

export const useSetFolder = (id: string) =>
  useChange(({ folderId, ...body }: mailboxes.MailFolderPatch & { readonly folderId: string }) =>
    call(updateMailFolder({ path: { id, folderId }, body })),
  );
