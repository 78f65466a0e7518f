import type { workflows } from '@cueline/contracts';
import { exit, type Command } from '../command.js';
import { readJson } from '../read-json.js';
import { revisionOf, sayWorkflow, workflowPath } from '../workflow-answer.js';

export const apply: Command = {
  name: 'workflows apply',
  usage: 'ID FILE [--revision NUMBER]',
  summary: 'Applies the named edits of a file ({"operations": [...]}) to a draft: all or none.',
  args: { least: 2, most: 2 },
  options: { revision: { type: 'string' } },
  async run(invocation) {
    const [id, file] = invocation.args as [string, string];
    const body = await readJson(file, invocation);
    const revision = await revisionOf(invocation, id);
    const path = `${workflowPath(id)}/operations`;
    const changed = await invocation
      .api()
      .json<workflows.WorkflowView>(path, { method: 'POST', body, revision });
    sayWorkflow(invocation, changed, 'Changed');
    return exit.ok;
  },
};
