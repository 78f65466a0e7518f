import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EventType } from '@cueline/workflows';
import { call } from '../../../api-client/api.js';
import { getSend, sendTestMail } from '../../../api-client/generated/sdk.gen.js';
import { keys } from '../../../api-client/keys.js';
import type { TemplateStore } from '../draft/template-store.js';
import { m } from './messages.js';

const POLL_MS = 700;

const loadSend = (id: string) => call(getSend({ path: { id } }));
export type TestMail = Awaited<ReturnType<typeof loadSend>>;

export interface TestOf {
  readonly id: string;
  readonly store: TemplateStore;
  readonly event: EventType;
  /** Whose details fill it in; null: samples. */
  readonly clientId: string | null;
}

/** A test of what is written now, and what becomes of its mail. */
export function useTestMail({ id, store, event, clientId }: TestOf) {
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: async (to: string | null) => {
      if (!(await store.settled())) throw new Error(m.notSaved);
      const body = { id: crypto.randomUUID(), event, ...(clientId && { clientId }), ...(to && { to }) };
      return { ...(await call(sendTestMail({ path: { id }, body }))), isOfClient: clientId !== null };
    },
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.sends.all }),
  });
  const mail = useQuery({
    queryKey: keys.sends.one(sending.data?.id ?? ''),
    queryFn: () => loadSend(sending.data!.id),
    enabled: sending.data !== undefined,
    // One that waits is watched too: the account is repaired in another window.
    refetchInterval: ({ state: { data } }) => (data && isSettled(data) ? false : POLL_MS),
  });
  return { sending, mail };
}

const isSettled = ({ state }: TestMail): boolean =>
  state === 'sent' || state === 'failed' || state === 'bounced' || state === 'suppressed';
