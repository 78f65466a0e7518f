import type { workflows } from '@cueline/contracts';
import { exit, type Command } from '../command.js';

export const list: Command = {
  name: 'workflows list',
  usage: '',
  summary: 'Lists the studio’s workflows.',
  args: { least: 0, most: 0 },
  async run({ api, say }) {
    const items = await api().all<workflows.WorkflowRow>('/workflows');
    say(
      items,
      items.map(({ id, state, problems, name }) => {
        const wrong = problems > 0 ? `  (${problems} ${problems === 1 ? 'problem' : 'problems'})` : '';
        return `${id}  ${state.padEnd(9)}  ${name}${wrong}`;
      }),
    );
    return exit.ok;
  },
};
