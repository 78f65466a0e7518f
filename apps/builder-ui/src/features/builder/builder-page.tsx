import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { keys } from '../../api-client/keys.js';
import { QueryGate } from '../../kit/query-gate.js';
import { Builder } from './builder.js';
import { drafts } from './draft/drafts.js';
import { m } from './messages.js';
import { loadWorkflow } from './use-draft.js';

const CHECK_MS = 10_000;

export function BuilderPage() {
  const { id = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: keys.workflows.one(id),
    queryFn: () => loadWorkflow(id),
    // What somebody else saves shows without being asked for; other windows of this browser say so themselves.
    refetchInterval: CHECK_MS,
    refetchOnWindowFocus: 'always',
  });
  // A draft that was opened before is there, with what the server has not got, also without a network.
  const workflow = query.data ?? drafts.opened(id)?.view().server;
  if (workflow) return <Builder key={id} workflow={workflow} />;
  return (
    <QueryGate query={query} failed={m.notLoaded} missing={m.missing}>
      {(loaded) => <Builder key={id} workflow={loaded} />}
    </QueryGate>
  );
}
