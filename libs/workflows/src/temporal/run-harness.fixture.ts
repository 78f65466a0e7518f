import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { required } from '@cueline/testkit/required-env';
import { bundleRuns } from '../../tools/bundle.mjs';
import type { EffectResult, JournalEntry, Later, ResolvedWait, Tried } from '../interpreter/index.js';
import {
  ENGINE_VERSION,
  RUN_WORKFLOW_TYPE,
  TASK_QUEUE,
  workflowIdOf,
  type Performed,
  type Plan,
  type RunActivities,
  type RunInput,
  type Written,
} from '../messages/index.js';
import './quiet-runtime.fixture.js';

type Call = { readonly what: string; readonly journal: readonly JournalEntry[] };
type Answer = EffectResult | readonly Performed[] | ((tried?: Tried) => EffectResult | Promise<EffectResult>);

/** Activities that answer by script, one answer a visit (of steps it went on with as well, where the script says so), and keep what they were asked: "perform mail/1 last". */
export function scriptedActivities(
  answers: Readonly<Record<string, readonly Answer[]>>,
  due: () => string,
  /** What a step waits for, one answer after the other by step and visit; else until `due`. */
  waits: Readonly<Record<string, (ResolvedWait | (() => ResolvedWait))[]>> = {},
  /** What comes of writing, one answer after the other by "recordStatus paused", "migrate v2" or "close completed"; else it is written. */
  writes: Readonly<Record<string, (Later | (() => never))[]>> = {},
) {
  const calls: Call[] = [];
  const note = (what: string, journal: readonly JournalEntry[]) => void calls.push({ what, journal });
  const write = (what: string, journal: readonly JournalEntry[], more = ''): Promise<Written> => {
    note(`${what}${more}`, journal);
    const said = writes[what]?.shift();
    return new Promise((resolve) => resolve(typeof said === 'function' ? said() : said));
  };
  const activities: RunActivities = {
    perform: async ({ stepId, visit, last, journal, tried }) => {
      note(`perform ${stepId}/${visit}${last ? ' last' : ''}`, journal);
      const answer = answers[stepId]?.[visit - 1] ?? { type: 'done', closed: last };
      const result = typeof answer === 'function' ? await answer(tried) : answer;
      return 'type' in result ? [{ stepId, visit, result }] : result;
    },
    resolveWait: ({ stepId, visit, journal }) => {
      note(`resolveWait ${stepId}/${visit}`, journal);
      const said = waits[`${stepId}/${visit}`]?.shift() ?? { type: 'wait', due: due() };
      return Promise.resolve(typeof said === 'function' ? said() : said);
    },
    recordStatus: ({ status, journal }) => write(`recordStatus ${status}`, journal),
    migrate: ({ versionId, journal }) => write(`migrate ${versionId}`, journal),
    close: ({ result, reason, journal }) =>
      write(`close ${result}`, journal, reason ? ` ${reason.code}` : ''),
  };
  return { activities, calls, did: () => calls.map(({ what }) => what) };
}

/** Made once for all servers of a suite. */
let bundled: Promise<string> | undefined;

/** A server whose clock skips ahead, and workers for it. A server's clock only goes forwards: one per suite. */
export async function timeSkippingRuns() {
  const path = required('TEST_TIME_SKIPPING_BIN');
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  const code = await (bundled ??= bundleRuns());
  /** @param uncached every task replays the run from its beginning, as for a worker that never saw it */
  const worker = (activities: RunActivities, uncached = false) =>
    Worker.create({
      connection: environment.nativeConnection,
      taskQueue: TASK_QUEUE,
      workflowBundle: { code },
      ...(uncached && { maxCachedWorkflows: 0 }),
      activities,
    });
  const input = (runId: string, plan: Plan): RunInput => ({
    engine: ENGINE_VERSION,
    studioId: 'studio',
    runId,
    plan,
  });
  return {
    environment,
    worker,
    /** ISO instant on the server's clock, some milliseconds from its now. */
    later: async (ms: number) => new Date((await environment.currentTimeMs()) + ms).toISOString(),
    start: (runId: string, plan: Plan) =>
      environment.client.workflow.start(RUN_WORKFLOW_TYPE, {
        taskQueue: TASK_QUEUE,
        workflowId: workflowIdOf(runId),
        args: [input(runId, plan)],
      }),
    startWithSignal: (runId: string, plan: Plan, signal: string, argument: unknown) =>
      environment.client.workflow.signalWithStart(RUN_WORKFLOW_TYPE, {
        taskQueue: TASK_QUEUE,
        workflowId: workflowIdOf(runId),
        args: [input(runId, plan)],
        signal,
        signalArgs: [argument],
      }),
  };
}

/** Longer than a workflow task may take that a busy worker has lost, and that the server hands out again after ten seconds. */
const MOST_WAIT_MS = 60_000;

/** Waits until a condition holds, looking every few milliseconds; fails after a minute. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + MOST_WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited a minute in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
