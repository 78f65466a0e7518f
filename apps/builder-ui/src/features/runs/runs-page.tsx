import { Anchor, Group, Select, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { call } from '../../api-client/api.js';
import { listRuns } from '../../api-client/generated/sdk.gen.js';
import { ListPage } from '../../kit/list-page.js';
import { RecordTable } from '../../kit/record-table.js';
import { useAllWorkflows } from '../../domain/use-all.js';
import { useMoment } from '../../domain/use-moment.js';
import { usePages } from '../../api-client/use-pages.js';
import { runTones, runLabels, type RunStatus } from './run-state.js';
import { useRunChanges } from '../../domain/use-run-changes.js';
import { StatusDot } from '../../kit/status-dot.js';
import { keys } from '../../api-client/keys.js';
import { m } from './messages.js';

export interface RunFilter {
  readonly workflow?: string;
  readonly status?: RunStatus;
}

/** A filter from the address; what is none is left out. */
export const readRunFilter = (search: Record<string, unknown>): RunFilter => ({
  ...(typeof search['workflow'] === 'string' && { workflow: search['workflow'] }),
  ...(typeof search['status'] === 'string' &&
    search['status'] in runLabels && { status: search['status'] as RunStatus }),
});

export function RunsPage() {
  useRunChanges();
  const filter = readRunFilter(useSearch({ strict: false }));
  const moment = useMoment();
  const navigate = useNavigate();
  const query = usePages(keys.runs.list(filter), (cursor) =>
    call(listRuns({ query: { workflowId: filter.workflow, status: filter.status, cursor } })),
  );
  return (
    <ListPage
      title={m.title}
      filters={<Filters filter={filter} />}
      filtered={Object.keys(filter).length > 0}
      onClear={() => void navigate({ to: '/runs', search: {} })}
      query={query}
      empty={m.empty}
    >
      {(items) => (
        <RecordTable
          items={items}
          keyOf={(run) => run.id}
          columns={[
            {
              header: m.client,
              title: true,
              cell: (run) => (
                <Anchor component={Link} to={`/runs/${run.id}`} fw={500} c="inherit">
                  {run.clientName ?? m.noClient}
                </Anchor>
              ),
            },
            { header: m.workflow, cell: (run) => m.ofVersion(run.workflowName, run.version) },
            {
              header: m.state,
              cell: (run) => (
                <>
                  <StatusDot tone={runTones[run.status]} label={runLabels[run.status]} />
                  {run.reason && (
                    <Text size="xs" c="dimmed">
                      {run.reason}
                    </Text>
                  )}
                </>
              ),
            },
            {
              header: m.next,
              isNamed: true,
              cell: (run) => (run.status === 'waiting' ? moment(run.nextAt) : ''),
            },
            { header: m.started, isNamed: true, cell: (run) => moment(run.createdAt) },
          ]}
        />
      )}
    </ListPage>
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
        aria-label={m.workflow}
        placeholder={m.allWorkflows}
        clearable
        value={filter.workflow ?? null}
        onChange={(workflow) => set({ workflow })}
        data={workflows.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      />
      <Select
        size="sm"
        aria-label={m.state}
        placeholder={m.anyState}
        clearable
        value={filter.status ?? null}
        onChange={(status) => set({ status })}
        data={Object.entries(runLabels).map(([value, label]) => ({ value: value as RunStatus, label }))}
      />
    </Group>
  );
}
