import type { DeliveryEvidence } from '@cueline/email/smtp';
import type { Client } from '@temporalio/client';
import { signals, workflowIdOf, type SignalArguments } from '@cueline/workflows/messages';
import { reasonToExit } from '../facts/guard.js';
import type { RunContextRepository } from '../facts/run-context.repository.js';
import type { ProgressRepository } from '../activities/progress.repository.js';
import { inParallel } from '../dispatcher/in-parallel.js';
import { log, messageOf } from '../platform/log.js';
import type { DispatchMail } from './dispatch-mail.js';
import { prepare } from './prepare.js';
import { recipientsOf } from './recipients.js';
import type { SendPorts } from './send-step.js';
import type { DueSend, OpenSend, SendRepository } from './send.repository.js';

const BATCH = 50;
const AT_ONCE = 4;
const GIVE_UP_AFTER_MS = 48 * 3_600_000;

export interface LedgerPorts extends SendPorts {
  readonly sends: SendRepository;
  readonly mail: DispatchMail;
  readonly contexts: RunContextRepository;
  readonly progress: ProgressRepository;
  readonly evidence: DeliveryEvidence;
  readonly client: () => Client | undefined;
}

/** What no run waits in an activity for: sends that are queued, in doubt, or settled without their run knowing yet. */
export class Ledger {
  constructor(private readonly ports: LedgerPorts) {}

  async sweep(): Promise<void> {
    await inParallel(await this.ports.sends.claimDoubtful(BATCH), AT_ONCE, (send) => this.#settleDoubt(send));
    await inParallel(await this.ports.sends.claimDue(BATCH), AT_ONCE, (send) => this.#sendAgain(send));
    await inParallel(await this.ports.sends.settledUntold(BATCH), AT_ONCE, (send) => this.#tellRun(send));
  }

  /** From evidence alone; without any the send stands in doubt, for a person to see. */
  async #settleDoubt(send: OpenSend): Promise<void> {
    const found = await this.ports.evidence.find(send.message_id);
    if (found === 'accepted')
      await this.ports.sends.accepted(send.studio_id, send.key, 'found at the provider');
    else if (found === 'absent') await this.ports.sends.requeue(send.studio_id, send.key);
    else await this.ports.sends.inDoubt(send.studio_id, send.key, { code: 'send.inDoubt', params: {} });
    if (found === 'accepted') await this.ports.sends.tellRun(send.studio_id, send.key);
  }

  /** Prepared anew: what has changed since, the mail says as it is now, or is not sent at all. */
  async #sendAgain(send: DueSend): Promise<void> {
    try {
      const { contexts, templates, pool, platformDomain } = this.ports;
      const context = await contexts.load(send.studio_id, send.run_id, send.step_id, send.visit);
      const step = await contexts.step(context, send.studio_id, send.step_id);
      const stop = context.run_ended ? { code: 'run.ended', params: {} } : reasonToExit(context);
      if (stop) return await this.ports.sends.endOpen(send, 'suppressed', stop);
      if (Date.now() - send.tried_since.getTime() > GIVE_UP_AFTER_MS) {
        return await this.ports.sends.endOpen(send, 'failed', {
          code: 'send.gaveUp',
          params: { last: send.reason?.code ?? '' },
        });
      }
      if (step.kind !== 'sendMail') throw new Error(`Step ${step.id} sends no mail.`);
      const { mailboxes } = await recipientsOf(pool, step.to, send.studio_id, context);
      const to = mailboxes.find(({ address }) => address === send.to_address);
      if (!to)
        return await this.ports.sends.endOpen(send, 'suppressed', { code: 'recipient.changed', params: {} });
      const loaded = await templates.load(send.studio_id, step.template!, context.template_revision);
      const ready = await prepare(send.studio_id, step, send.visit, context, loaded, to, platformDomain);
      if (!ready.ok)
        return await this.ports.sends.endOpen(send, 'failed', { code: ready.code, params: ready.params });
      await this.ports.mail.send(send.studio_id, ready.prepared, send.attempts);
    } catch (error) {
      log.warn(`Send ${send.id} could not be tried again: ${messageOf(error)}`);
    }
  }

  async #tellRun(send: OpenSend): Promise<void> {
    const client = this.ports.client();
    if (!client) return;
    if ((await this.ports.sends.openOfStep(send)) > 0) return;
    const outcome = send.state === 'suppressed' ? 'skipped' : send.state === 'failed' ? 'failed' : 'done';
    const reason = send.reason?.code ? { code: send.reason.code } : undefined;
    const settlement: SignalArguments['settled'] = {
      stepId: send.step_id,
      visit: send.visit,
      outcome,
      reason,
    };
    try {
      await this.#recordStep(send, outcome);
      await client.workflow.getHandle(workflowIdOf(send.run_id)).signal(signals.settled, settlement);
      await this.ports.sends.told(send);
    } catch (error) {
      // The run is over: there is nobody to tell.
      if ((error as Error).name === 'WorkflowNotFoundError') await this.ports.sends.told(send);
      else log.warn(`Run ${send.run_id} could not be told of its mail yet`, error);
    }
  }

  async #recordStep(send: OpenSend, outcome: 'done' | 'skipped' | 'failed'): Promise<void> {
    const row = {
      step_id: send.step_id,
      visit: send.visit,
      kind: 'sendMail',
      status: outcome,
      reason: send.reason ?? { code: 'send.sent', params: {} },
      ended_at: new Date().toISOString(),
    } as const;
    const run =
      outcome === 'failed'
        ? ({ status: 'failed', currentStepId: send.step_id, reason: send.reason } as const)
        : ({ status: 'running', currentStepId: send.step_id } as const);
    await this.ports.progress.record(send.studio_id, { runId: send.run_id, steps: [row], run });
  }
}
