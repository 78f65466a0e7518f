import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { approve, decline, getApprovalMail, listApprovals } from '../../api-client/generated/sdk.gen.js';
import { keys } from '../../api-client/keys.js';

type Query = NonNullable<NonNullable<Parameters<typeof listApprovals>[0]>['query']>;
export type Approval = Awaited<ReturnType<typeof listApprovals<true>>>['data']['items'][number];
export type ApprovalState = Approval['state'];
export type ApprovalMail = Awaited<ReturnType<typeof getApprovalMail<true>>>['data'];
export type MailText = ApprovalMail['content'];

export const loadApprovals = (query: Query) => call(listApprovals({ query }));

/** What waits for an answer, of one run. */
export const useApprovalsOfRun = (runId: string) =>
  useQuery({ queryKey: keys.approvals.ofRun(runId), queryFn: () => loadApprovals({ runId }) });

export const useApprovalMail = (id: string) =>
  useQuery({
    queryKey: keys.approvals.email(id),
    queryFn: () => call(getApprovalMail({ path: { id } })),
  });

export type Answer =
  | { readonly type: 'approve'; readonly note: string; readonly mail?: MailText }
  | { readonly type: 'decline'; readonly note: string };

interface Callbacks {
  readonly onSuccess: (given: Answer) => void;
  readonly onError: (error: Error) => void;
}

/** Answers once; whoever was quicker is named by the error. @param callbacks called also when the question has left the page by then */
export function useAnswer({ id }: Approval, { onSuccess, onError }: Callbacks) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ type, ...body }: Answer) =>
      call(type === 'approve' ? approve({ path: { id }, body }) : decline({ path: { id }, body })),
    onSuccess: (_, given) => onSuccess(given),
    onError,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.runs.all }),
  });
}
