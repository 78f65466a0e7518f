import type { workflows } from '@cueline/contracts';
import { exit, type Command } from '../command.js';
import { workflowPath } from '../workflow-answer.js';

/** As `diff` does, it ends with 1 where there are differences. */
export const diff: Command = {
  name: 'workflows diff',
  usage: 'ID [--from live] [--to draft]',
  summary:
    'Says what changed between two versions, each draft, live or a number; ends with 1 when anything did.',
  args: { least: 1, most: 1 },
  options: { from: { type: 'string', default: 'live' }, to: { type: 'string', default: 'draft' } },
  async run({ api, args, options, say }) {
    const query = new URLSearchParams({ from: String(options['from']), to: String(options['to']) });
    const path = `${workflowPath(args[0]!)}/versions/diff?${query.toString()}`;
    const answer = await api().json<workflows.DiffView>(path);
    say(
      answer,
      answer.changes.map(({ sentence }) => sentence),
    );
    return answer.changes.length > 0 ? exit.no : exit.ok;
  },
};
