import type { workflows } from '@cueline/contracts';
import { exit, type Command } from '../command.js';
import { readJson } from '../read-json.js';
import { revisionOf, sayWorkflow, workflowPath } from '../workflow-answer.js';

export const importWorkflow: Command = {
  name: 'workflows import',
  usage: 'FILE [--into ID [--revision NUMBER]]',
  summary: 'Makes a new workflow of a file, or the draft of one that is there. Publishes nothing.',
  args: { least: 1, most: 1 },
  options: { into: { type: 'string' }, revision: { type: 'string' } },
  async run(invocation) {
    const { api, args, options } = invocation;
    const body = await readJson(args[0]!, invocation);
    const { into } = options;
    if (typeof into !== 'string') {
      const made = await api().json<workflows.WorkflowView>('/workflows/import', { method: 'POST', body });
      sayWorkflow(invocation, made, 'Made');
      return exit.ok;
    }
    const revision = await revisionOf(invocation, into);
    const path = `${workflowPath(into)}/import`;
    const changed = await api().json<workflows.WorkflowView>(path, { method: 'PUT', body, revision });
    sayWorkflow(invocation, changed, 'Changed');
    return exit.ok;
  },
};
