import { Alert, Center, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Builder } from './builder.js';
import { loadWorkflow, workflowKey } from './use-draft.js';

export function BuilderPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({ queryKey: workflowKey(id), queryFn: () => loadWorkflow(id) });
  if (query.isPending)
    return (
      <Center p="xl">
        <Loader aria-label="Loading" />
      </Center>
    );
  if (query.error)
    return (
      <Alert color="red" title="This workflow could not be loaded">
        {query.error.message}
      </Alert>
    );
  return <Builder key={id} workflow={query.data} />;
}
