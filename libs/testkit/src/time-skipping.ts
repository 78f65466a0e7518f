import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import {
  ENGINE_VERSION,
  RUN_WORKFLOW_TYPE,
  TASK_QUEUE,
  workflowIdOf,
  type Plan,
  type RunActivities,
  type RunInput,
} from '@cueline/workflows/messages';
import { bundleRuns } from '../../workflows/tools/bundle.mjs';
import './quiet-runtime.js';
import { required } from './required-env.js';

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
