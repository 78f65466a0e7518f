import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { historyFromJson } from '../../tools/history-json.mjs';
import { bundleRuns } from '../../tools/bundle.mjs';
import { workflowIdOf } from '../messages/index.js';
import '@cueline/testkit/quiet-runtime';

const folder = fileURLToPath(new URL('./histories/', import.meta.url));
const text = (file: string) => readFileSync(`${folder}${file}`, 'utf8');
const recorded = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /^engine-\d+\/.*\.json$/.test(file),
);
const privateWords = JSON.parse(text('private-words.json')) as string[];

/** All text of a history, payloads decoded. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return `${value} ${Buffer.from(value, 'base64').toString('utf8')}`;
  if (value === null || typeof value !== 'object') return String(value);
  return Object.values(value).map(textOf).join(' ');
}

describe('recorded histories', () => {
  let code: string;
  beforeAll(async () => {
    code = await bundleRuns();
  }, 30_000);

  it('are replayed by code that carries no schemas or calendars, which every run would evaluate', () => {
    expect(code).toContain('interpreter/advance');
    expect(code).not.toMatch(/node_modules\/(zod|luxon)\//);
  });

  it('cover every way a run can go', () => {
    expect(recorded.length).toBeGreaterThanOrEqual(29);
  });

  it.each(recorded)('%s replays', async (file) => {
    const name = file.replace(/^.*\/|\.json$/g, '');
    await Worker.runReplayHistory(
      { workflowBundle: { code } },
      historyFromJson(text(file)),
      workflowIdOf(`${name}-recorded`),
    );
  });

  it('are refused when the run would go another way', async () => {
    const other = code.replace(/(waitEntry = \{\s*begins: )'wait'/, "$1'end'");
    // Not `toBe`, which would print the whole bundle.
    expect(other === code).toBe(false);
    const replay = Worker.runReplayHistory(
      { workflowBundle: { code: other } },
      historyFromJson(text('engine-1/exit-while-waiting.json')),
      workflowIdOf('exit-while-waiting-recorded'),
    );
    await expect(replay).rejects.toThrow(/determinism/i);
  });

  it.each(recorded)('%s holds nothing private', (file) => {
    const all = textOf(JSON.parse(text(file)));
    expect(all).toContain('sendMail');
    for (const word of privateWords) expect(all).not.toContain(word);
  });
});
