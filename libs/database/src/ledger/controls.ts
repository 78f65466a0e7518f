import type { Reason } from '@cueline/workflows';
import type { Queryable } from '../client/statement.js';
import * as sql from './controls.sql.js';
import type { SendState } from './states.sql.js';

/** Of how many mails it came true, and what the others are instead: on their way, sent, or settled otherwise. */
export interface Changed {
  readonly mails: number;
  readonly others: readonly { readonly id: string; readonly state: SendState }[];
}

/** It was sent, or it is sent once more. */
export type DoubtDecision = 'markSent' | 'sendAgain';

/** What people do with mails that have not left. */
export class LedgerControls {
  constructor(
    private readonly on: Queryable,
    private readonly studioId: string,
  ) {}

  /** All unsent mails and webhooks of some runs, and those of some steps. */
  async suppress(runIds: readonly string[], steps: readonly sql.StepOfRun[], reason: Reason): Promise<void> {
    await sql.suppressUnsent.run(this.on, { studioId: this.studioId, runIds, steps, reason });
  }

  async suppressOfWorkflow(workflowId: string, reason: Reason): Promise<void> {
    await sql.suppressUnsentOfWorkflow.run(this.on, { studioId: this.studioId, workflowId, reason });
  }

  /** As `suppress`, but they are tried now. */
  async force(runIds: readonly string[], steps: readonly sql.StepOfRun[]): Promise<void> {
    await sql.forceUnsent.run(this.on, { studioId: this.studioId, runIds, steps });
  }

  /** @returns how many mails go on */
  async releaseGroup(holdGroup: string, by: string): Promise<number> {
    const group = { studioId: this.studioId, holdGroup };
    const held = await sql.countHeld.first(this.on, group);
    const retried = await sql.retryGroup.run(this.on, group);
    const cleared = await sql.clearGroup.run(this.on, { ...group, by });
    return retried + cleared > 0 ? held!.mails : 0;
  }

  release(ids: readonly string[]): Promise<Changed> {
    return this.#changed(ids, sql.releaseMails.rows(this.on, { studioId: this.studioId, ids }));
  }

  /** Leaves the held mails of a group out. @returns how many */
  async skipGroup(holdGroup: string, reason: Reason): Promise<number> {
    return (await sql.skipMails.rows(this.on, { studioId: this.studioId, holdGroup, ids: null, reason }))
      .length;
  }

  /** Held mails, and those that have not left. */
  skip(ids: readonly string[], reason: Reason): Promise<Changed> {
    const params = { studioId: this.studioId, holdGroup: null, ids, reason };
    return this.#changed(ids, sql.skipMails.rows(this.on, params));
  }

  async #changed(
    ids: readonly string[],
    changing: Promise<readonly { readonly id: string }[]>,
  ): Promise<Changed> {
    const changed = new Set((await changing).map(({ id }) => id));
    const others = ids.filter((id) => !changed.has(id));
    if (others.length === 0) return { mails: changed.size, others: [] };
    const states = await sql.statesOfMails.rows(this.on, { studioId: this.studioId, ids: others });
    return { mails: changed.size, others: states };
  }

  /**
   * What a person says of a mail in doubt.
   * @returns false when it is in doubt no more
   */
  async decideDoubt(id: string, decision: DoubtDecision, by: string): Promise<boolean> {
    const [statement, code] = {
      markSent: [sql.markSent, 'send.markedSent'] as const,
      sendAgain: [sql.repeatInDoubt, 'send.repeatedByPerson'] as const,
    }[decision];
    const reason: Reason = { code, params: { by } };
    return (await statement.run(this.on, { studioId: this.studioId, id, reason })) > 0;
  }
}
