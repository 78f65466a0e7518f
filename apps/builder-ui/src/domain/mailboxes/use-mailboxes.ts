import { useQuery } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { listMailboxes } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';

const EVERY_MS = 15_000;

/** The inboxes of the studio that are connected, and how each is. */
export const useMailboxes = () =>
  useQuery({
    queryKey: keys.mailboxes,
    queryFn: () => call(listMailboxes()),
    refetchInterval: EVERY_MS,
  });
