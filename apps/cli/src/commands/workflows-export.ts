import { writeFile } from 'node:fs/promises';
import { exit, Unable, type Command } from '../command.js';

export const exportWorkflow: Command = {
  name: 'workflows export',
  usage: 'ID [--version draft|live|NUMBER] [--out FILE]',
  summary: 'Writes a workflow as a file: its draft, what is live, or any version.',
  args: { least: 1, most: 1 },
  options: { version: { type: 'string' }, out: { type: 'string' } },
  async run({ api, args: [id], options, out }) {
    const version = encodeURIComponent(String(options['version'] ?? 'draft'));
    const text = await api().text(`/workflows/${encodeURIComponent(id!)}/export?version=${version}`);
    if (typeof options['out'] === 'string') await write(options['out'], text);
    else out(text);
    return exit.ok;
  },
};

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new Unable(`${file} cannot be written: ${(error as Error).message}`);
  }
}
