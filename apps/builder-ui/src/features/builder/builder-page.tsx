import { Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { Builder } from './builder.js';
import { drafts } from './draft/drafts.js';
import { loadWorkflow, workflowKey } from './use-draft.js';

const LOOK_MS = 10_000;

export function BuilderPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: workflowKey(id),
    queryFn: () => loadWorkflow(id),
    // What somebody else saves shows without being asked for; other windows of this browser say so themselves.
    refetchInterval: LOOK_MS,
    refetchOnWindowFocus: 'always',
  });
  // A draft that was opened before is there, with what the server has not got, also without a network.
  const workflow = query.data ?? drafts.opened(id)?.view().server;
  if (workflow) return <Builder key={id} workflow={workflow} />;
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  return (
    <ProblemAlert
      error={query.error ?? new Error('Try again in a moment.')}
      title="This workflow could not be loaded"
      onRetry={() => void query.refetch()}
    />
  );
}
