import { Anchor, Group, Select, Stack, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listRuns } from '../../api-client/generated/sdk.gen.js';
import { ListStates, MoreButton } from '../../kit/list-states.js';
import { PageHead } from '../../kit/page-head.js';
import { RecordTable } from '../../kit/record-table.js';
import { useAllWorkflows } from '../../domain/use-all.js';
import { useMoment } from '../../domain/use-moment.js';
import { usePages } from '../../api-client/use-pages.js';
import { runTones, runWords, type RunStatus } from './run-state.js';
import { useRunChanges } from '../../domain/use-run-changes.js';
import { StatusDot } from '../../kit/status-dot.js';

export interface RunFilter {
  readonly workflow?: string;
  readonly status?: RunStatus;
}

/** A filter from the address; what is none is left out. */
export const readRunFilter = (search: Record<string, unknown>): RunFilter => ({
  ...(typeof search['workflow'] === 'string' && { workflow: search['workflow'] }),
  ...(typeof search['status'] === 'string' &&
    search['status'] in runWords && { status: search['status'] as RunStatus }),
});

export function RunsPage() {
  useRunChanges();
  const filter = readRunFilter(useSearch({ strict: false }));
  const moment = useMoment();
  const query = usePages(['runs', 'list', filter], (cursor) =>
    call(listRuns({ query: { workflowId: filter.workflow, status: filter.status, cursor } })),
  );
  return (
    <Stack>
      <PageHead title="Runs" />
      <Filters filter={filter} />
      <ListStates
        query={query}
        filtered={Object.keys(filter).length > 0}
        empty="No run yet. A published workflow starts one when its event happens."
      >
        {(items) => (
          <RecordTable
            items={items}
            keyOf={(run) => run.id}
            columns={[
              {
                header: 'Client',
                title: true,
                cell: (run) => (
                  <Anchor component={Link} to={`/runs/${run.id}`} fw={600} c="inherit">
                    {run.clientName ?? 'No client'}
                  </Anchor>
                ),
              },
              { header: 'Workflow', cell: (run) => `${run.workflowName}, version ${run.version}` },
              {
                header: 'State',
                cell: (run) => (
                  <>
                    <StatusDot tone={runTones[run.status]} label={runWords[run.status]} />
                    {run.reason && (
                      <Text size="sm" c="dimmed">
                        {run.reason}
                      </Text>
                    )}
                  </>
                ),
              },
              { header: 'Next', cell: (run) => (run.status === 'waiting' ? moment(run.nextAt) : '—') },
              { header: 'Started', cell: (run) => moment(run.createdAt) },
            ]}
          />
        )}
      </ListStates>
      <MoreButton query={query} />
    </Stack>
  );
}

function Filters({ filter }: { readonly filter: RunFilter }) {
  const navigate = useNavigate();
  const workflows = useAllWorkflows();
  const set = (values: { [K in keyof RunFilter]: RunFilter[K] | null }) => {
    const next = Object.entries({ ...filter, ...values }).filter(([, value]) => value);
    void navigate({ to: '/runs', search: Object.fromEntries(next) });
  };
  return (
    <Group gap="xs">
      <Select
        size="sm"
        aria-label="Workflow"
        placeholder="All workflows"
        clearable
        value={filter.workflow ?? null}
        onChange={(workflow) => set({ workflow })}
        data={workflows.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
      <Select
        size="sm"
        aria-label="State"
        placeholder="Any state"
        clearable
        value={filter.status ?? null}
        onChange={(status) => set({ status })}
        data={Object.entries(runWords).map(([value, label]) => ({ value: value as RunStatus, label }))}
      />
    </Group>
  );
}
