import type { workflows } from '@cueline/contracts';
import { exit, type Command } from '../command.js';
import { revisionOf, workflowPath } from '../workflow-answer.js';

export const publish: Command = {
  name: 'workflows publish',
  usage: 'ID [--note TEXT] [--revision NUMBER]',
  summary: 'Makes the draft the version that new runs begin with.',
  args: { least: 1, most: 1 },
  options: { note: { type: 'string' }, revision: { type: 'string' } },
  async run(invocation) {
    const { api, options, say } = invocation;
    const id = invocation.args[0]!;
    const revision = await revisionOf(invocation, id);
    const body = typeof options['note'] === 'string' ? { note: options['note'] } : {};
    const path = `${workflowPath(id)}/publish`;
    const published = await api().json<workflows.WorkflowView>(path, { method: 'POST', body, revision });
    say(published, [`Published ${id}  ${published.name}, version ${published.publishedVersion}`]);
    return exit.ok;
  },
};
