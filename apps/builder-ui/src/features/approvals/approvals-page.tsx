import { SegmentedControl, Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { usePages } from '../../api-client/use-pages.js';
import { useRunChanges } from '../../domain/use-run-changes.js';
import { ApprovalCard } from '../../domain/approvals/approval-card.js';
import { approvalsKey, loadApprovals, type ApprovalState } from '../../domain/approvals/use-approvals.js';

const states: Readonly<Record<ApprovalState, { readonly label: string; readonly empty: string }>> = {
  waiting: { label: 'Waiting', empty: 'Nothing waits for your answer.' },
  approved: { label: 'Approved', empty: 'Nothing has been approved yet.' },
  declined: { label: 'Declined', empty: 'Nothing has been declined yet.' },
  lapsed: { label: 'Not answered', empty: 'Every question was answered in time.' },
};
const isState = (value: unknown): value is ApprovalState => typeof value === 'string' && value in states;

/** What runs wait for: questions of the owner's own, and emails that somebody looks at before they leave. */
export function ApprovalsPage() {
  useRunChanges();
  const { state: given }: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const state = isState(given) ? given : 'waiting';
  const navigate = useNavigate();
  const query = usePages([...approvalsKey, 'list', state], (cursor) => loadApprovals({ state, cursor }));
  return (
    <Stack maw={760}>
      <PageHead title="Approvals" about="Workflows that wait for your answer before they go on." />
      <SegmentedControl
        aria-label="Which approvals"
        style={{ alignSelf: 'flex-start' }}
        value={state}
        onChange={(next) =>
          void navigate({ to: '/approvals', search: next === 'waiting' ? {} : { state: next } })
        }
        data={Object.entries(states).map(([value, { label }]) => ({ value, label }))}
      />
      <ListStates query={query} empty={states[state].empty}>
        {(items) => (
          <Stack gap="md">
            {items.map((approval) => (
              <ApprovalCard key={approval.id} approval={approval} />
            ))}
          </Stack>
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}
