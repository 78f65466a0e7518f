import type { workflows } from '@cueline/contracts';
import { exit, type Command } from '../command.js';
import { Refused } from '../studio-api.js';
import { revisionOf, workflowPath } from '../workflow-answer.js';

export const publish: Command = {
  name: 'workflows publish',
  usage: 'ID [--note TEXT] [--revision NUMBER] [--enrol none|all|TIME]',
  summary:
    'Makes the draft the version that new runs begin with; --enrol has runs begin for records that are there, all or those since a time.',
  args: { least: 1, most: 1 },
  options: {
    note: { type: 'string' },
    revision: { type: 'string' },
    enrol: { type: 'string', default: 'none' },
  },
  async run(invocation) {
    const { api, options, say } = invocation;
    const id = invocation.args[0]!;
    const revision = await revisionOf(invocation, id);
    const { note, enrol } = options;
    const body = {
      ...(typeof note === 'string' && { note }),
      enrol: enrol === 'none' || enrol === 'all' ? enrol : { from: enrol },
    };
    const path = `${workflowPath(id)}/publish`;
    const published = await api()
      .json<workflows.Published>(path, { method: 'POST', body, revision })
      .catch(unchanged);
    // What is live already is what was wanted: a script that publishes twice has not failed.
    if (published instanceof Refused) {
      say(published.problem, published.lines);
      return exit.ok;
    }
    const { name, publishedVersion, enrolled } = published;
    say(published, [
      `Published ${id}  ${name}, version ${publishedVersion}`,
      ...(enrol === 'none' ? [] : [`Enrolled ${enrolled} ${enrolled === 1 ? 'record' : 'records'}`]),
    ]);
    return exit.ok;
  },
};

function unchanged(error: unknown): Refused {
  if (error instanceof Refused && error.problem.code === 'workflow.unchanged') return error;
  throw error;
}
