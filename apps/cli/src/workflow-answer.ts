import type { workflows } from '@cueline/contracts';
import { Unable, type Invocation } from './command.js';

export const workflowPath = (id: string) => `/workflows/${encodeURIComponent(id)}`;

/** The revision to change: the one given, else the present one. @throws Refused when there is no such workflow */
export async function revisionOf({ api, options }: Invocation, id: string): Promise<number> {
  const { revision } = options;
  if (typeof revision === 'string') {
    if (!/^\d{1,9}$/.test(revision))
      throw new Unable('--revision is a number, as the workflow was last seen with.');
    return Number(revision);
  }
  return (await api().json<workflows.WorkflowView>(workflowPath(id))).revision;
}

/** A workflow after a change, with what is wrong with it. */
export function sayWorkflow({ say }: Invocation, workflow: workflows.WorkflowView, what: string): void {
  const { id, name, revision, problems } = workflow;
  say(workflow, [
    `${what} ${id}  ${name} (revision ${revision})`,
    ...problems.map(
      ({ severity, path, message, code }) => `  ${severity} at ${path || '/'}: ${message} (${code})`,
    ),
  ]);
}
