import type { Reason } from '@cueline/workflows';
import { Injectable } from '@nestjs/common';
import type { sends } from '@cueline/contracts';
import { LedgerControls, onPrisma, type Changed, type DoubtDecision } from '@cueline/database';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';
import {
  findSend,
  listHolds,
  listSends,
  type HoldRow,
  type SendDetailRow,
  type SendRow,
} from './sends.sql.js';

@Injectable()
export class SendsRepository {
  constructor(private readonly database: StudioDatabase) {}

  async list(
    studioId: string,
    { box, state, group, runId, clientId, cursor, limit }: sends.SendQuery,
  ): Promise<SendRow[]> {
    return listSends[box ?? 'all'].rows(this.database.database.pool, {
      studioId,
      state: state ?? null,
      group: group ?? null,
      runId: runId ?? null,
      clientId: clientId ?? null,
      cursor: cursor ?? null,
      limit: limit + 1,
    });
  }

  find(studioId: string, id: string): Promise<SendDetailRow | undefined> {
    return findSend.first(this.database.database.pool, { studioId, id });
  }

  /** @returns false when the mail is in doubt no more */
  decide(studioId: string, id: string, decision: DoubtDecision, by: string): Promise<boolean> {
    return this.database.change(studioId, (tx) => controls(tx, studioId).decideDoubt(id, decision, by));
  }

  async holds(studioId: string): Promise<HoldRow[]> {
    return listHolds.rows(this.database.database.pool, { studioId });
  }

  /** How many of these ids are sends of the studio. */
  known(studioId: string, ids: readonly string[]): Promise<number> {
    return this.database.of(studioId).send.count({ where: { id: { in: [...ids] } } });
  }

  async knowsGroup(studioId: string, holdGroup: string): Promise<boolean> {
    return (await this.database.of(studioId).mailHold.count({ where: { holdGroup } })) > 0;
  }

  /** @returns how many mails go on */
  releaseGroup(studioId: string, group: string, by: string): Promise<number> {
    return this.database.change(studioId, (tx) => controls(tx, studioId).releaseGroup(group, by));
  }

  release(studioId: string, ids: readonly string[]): Promise<Changed> {
    return this.database.change(studioId, (tx) => controls(tx, studioId).release(ids));
  }

  /** @returns how many mails are left out */
  skipGroup(studioId: string, group: string, reason: Reason): Promise<number> {
    return this.database.change(studioId, (tx) => controls(tx, studioId).skipGroup(group, reason));
  }

  skip(studioId: string, ids: readonly string[], reason: Reason): Promise<Changed> {
    return this.database.change(studioId, (tx) => controls(tx, studioId).skip(ids, reason));
  }
}

const controls = (tx: Transaction, studioId: string) => new LedgerControls(onPrisma(tx), studioId);
