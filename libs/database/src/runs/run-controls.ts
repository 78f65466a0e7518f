import { pauseReasons, type ControlChange, type PauseCause } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import { LedgerControls } from '../ledger/controls.js';
import * as sql from './controls.sql.js';

export interface Actor {
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** What a control changes of a run. */
export type RunChange = ControlChange & { readonly runId: string };

const reasonOf = (cause: PauseCause) => ({ reason: { code: pauseReasons[cause] } });
const actorOf = ({ type, id, name }: Actor) => ({ actorType: type, actorId: id, actorName: name });

/** What people do with runs: the change, who made it and the signal to the run commit together. */
export class RunControls {
  readonly #ledger: LedgerControls;

  constructor(
    private readonly on: Queryable,
    private readonly studioId: string,
  ) {
    this.#ledger = new LedgerControls(on, studioId);
  }

  /** Until the transaction ends: what several want at the same moment is decided one after the other. */
  async lock(runIds: readonly string[]): Promise<void> {
    await sql.lockRuns.run(this.on, { studioId: this.studioId, runIds });
  }

  async write(
    changes: readonly RunChange[],
    { by, action, note }: { readonly by: Actor; readonly action: string; readonly note: string },
  ): Promise<void> {
    if (changes.length === 0) return;
    const { studioId, on } = this;
    await sql.insertControls.run(on, { studioId, controls: changes, action, note, ...actorOf(by) });
    const signals = changes.flatMap(({ runId, signal }) => (signal ? [{ runId, ...signal }] : []));
    if (signals.length > 0) await sql.insertRunSignals.run(on, { studioId, signals });
    for (const cause of new Set(changes.flatMap(({ pause }) => pause ?? []))) {
      const runIds = changes.filter(({ pause }) => pause === cause).map(({ runId }) => runId);
      await sql.pauseRuns.run(on, { studioId, runIds, cause });
    }
    const released = changes.filter(({ resume }) => resume).map(({ runId }) => runId);
    if (released.length > 0) await sql.resumeRuns.run(on, { studioId, runIds: released });
    const waits = changes.flatMap(({ runId, wait }) => (wait ? [{ runId, ...wait }] : []));
    if (waits.length > 0) await sql.overrideWait.run(on, { studioId, waits });
    await this.#changeMails(changes);
  }

  /** One control does one thing to the mails of all its runs. */
  async #changeMails(changes: readonly RunChange[]): Promise<void> {
    const mails = changes.find((change) => change.mails)?.mails;
    if (!mails) return;
    const runIds = changes.flatMap((change) => (change.mails?.of === 'all' ? [change.runId] : []));
    const steps = changes.flatMap(({ runId, mails: one }) =>
      one && one.of !== 'all' ? [{ runId, ...one.of }] : [],
    );
    if (mails.to === 'due') await this.#ledger.force(runIds, steps);
    else await this.#ledger.suppress(runIds, steps, { code: mails.reason, params: {} });
  }

  /** Every open run of a workflow; what a person paused before stays theirs. */
  pauseWorkflow(workflowId: string, by: Actor): Promise<void> {
    return this.#ofWorkflow('pause', workflowId, by, 'workflow', reasonOf('workflow'));
  }

  /** What was paused with the workflow, and nothing that a person paused. */
  resumeWorkflow(workflowId: string, by: Actor): Promise<void> {
    return this.#ofWorkflow('resume', workflowId, by, 'workflow', {});
  }

  /** Ends every open run of a workflow, and its mails and webhooks that have not left. */
  async stopWorkflow(workflowId: string, by: Actor): Promise<void> {
    await this.#ofWorkflow('stop', workflowId, by, 'stop', reasonOf('stop'));
    await this.#ledger.suppressOfWorkflow(workflowId, { code: pauseReasons.stop, params: {} });
  }

  async #ofWorkflow(
    action: keyof typeof sql.ofWorkflowRuns,
    workflowId: string,
    by: Actor,
    cause: PauseCause,
    payload: object,
  ): Promise<void> {
    const { studioId, on } = this;
    await sql.lockRunsOfWorkflow.run(on, { studioId, workflowId });
    await sql.ofWorkflowRuns[action].run(on, { studioId, workflowId, cause, ...actorOf(by), payload });
  }
}
