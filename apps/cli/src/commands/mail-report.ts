import { readFile } from 'node:fs/promises';
import type { mailReports } from '@cueline/contracts';
import { exit, Unable, type Command } from '../command.js';

/** As much of a message as the API reads; what is cut off is the end of what was returned. */
const MOST = 700_000;

/** For a mail server to call with each bounce: `mara: |cueline mail report -`. */
export const mailReport: Command = {
  name: 'mail report',
  usage: 'FILE',
  summary:
    'Tells the studio of a bounce, a complaint or a request to unsubscribe: a whole message, or - for the standard input.',
  args: { least: 1, most: 1 },
  async run({ api, args: [file], say, stdin }) {
    const source = await sourceOf(file!, stdin);
    const answer = await api().json<mailReports.MailReportAnswer>('/mail-reports', {
      method: 'POST',
      body: { source: source.slice(0, MOST) },
    });
    say(answer, [lineOf(answer)]);
    return answer.sendIds.length > 0 ? exit.ok : exit.no;
  },
};

/** @throws Unable saying why it cannot be read */
async function sourceOf(file: string, stdin: () => Promise<string>): Promise<string> {
  if (file === '-') return stdin();
  try {
    return await readFile(file, 'latin1');
  } catch (error) {
    throw new Unable(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function lineOf({ type, sendIds, isNew, suppressed }: mailReports.MailReportAnswer): string {
  if (type === null) return 'This is no bounce, no complaint and no request to unsubscribe. Nothing changed.';
  if (sendIds.length === 0) return `A mail has ${type}, but the studio sent no such mail. Nothing changed.`;
  const list = suppressed.length > 0 ? ` On the Don’t-email list now: ${suppressed.join(', ')}.` : '';
  return `${isNew ? 'Recorded' : 'Known already'}: ${type}, mail ${sendIds.join(', ')}.${list}`;
}
