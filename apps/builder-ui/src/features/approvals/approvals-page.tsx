import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { keys } from '../../api-client/keys.js';
import { usePages } from '../../api-client/use-pages.js';
import { ApprovalCard } from '../../domain/approvals/approval-card.js';
import { loadApprovals, type ApprovalState } from '../../domain/approvals/use-approvals.js';
import { useRunChanges } from '../../domain/use-run-changes.js';
import { ListPage } from '../../kit/list-page.js';
import { StateTabs } from '../../kit/state-tabs.js';
import { m } from './messages.js';

const states: Readonly<Record<ApprovalState, { readonly label: string; readonly empty: string }>> = {
  waiting: { label: m.waiting, empty: m.noWaiting },
  approved: { label: m.approved, empty: m.noApproved },
  declined: { label: m.declined, empty: m.noDeclined },
  lapsed: { label: m.lapsed, empty: m.noLapsed },
};
const isState = (value: unknown): value is ApprovalState => typeof value === 'string' && value in states;

/** What runs wait for: questions of the owner's own, and emails that somebody looks at before they leave. */
export function ApprovalsPage() {
  useRunChanges();
  const { state: given }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const state = isState(given) ? given : 'waiting';
  const navigate = useNavigate();
  const query = usePages(keys.approvals.list(state), (cursor) => loadApprovals({ state, cursor }));
  return (
    <ListPage
      title={m.title}
      about={m.about}
      width={760}
      filters={
        <StateTabs
          label={m.which}
          states={states}
          value={state}
          onChange={(next) =>
            void navigate({ to: '/approvals', search: next === 'waiting' ? {} : { state: next } })
          }
        />
      }
      query={query}
      empty={states[state].empty}
    >
      {(items) => (
        <Stack gap="md">
          {items.map((approval) => (
            <ApprovalCard key={approval.id} approval={approval} />
          ))}
        </Stack>
      )}
    </ListPage>
  );
}
