import { Injectable } from '@nestjs/common';
import type { sends } from '@cueline/contracts';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import {
  clearGroupSql,
  countHeldSql,
  holdsSql,
  listSendsSql,
  releaseMailsSql,
  retryGroupSql,
  skipMailsSql,
  type HoldRow,
  type SendRow,
} from './sends.sql.js';

@Injectable()
export class SendsRepository {
  constructor(private readonly database: StudioDatabase) {}

  async list(
    studioId: string,
    { state, group, runId, clientId, cursor, limit }: sends.SendQuery,
  ): Promise<SendRow[]> {
    const some = [state, group, runId, clientId, cursor].map((one) => one ?? null);
    const values = [studioId, ...some, limit + 1];
    const { pool } = this.database.database;
    return (await pool.query<SendRow>({ name: 'list-sends', text: listSendsSql, values })).rows;
  }

  async holds(studioId: string): Promise<HoldRow[]> {
    const { pool } = this.database.database;
    return (await pool.query<HoldRow>({ name: 'list-holds', text: holdsSql, values: [studioId] })).rows;
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
    return this.database.change(studioId, async (tx) => {
      const [held] = await tx.$queryRawUnsafe<{ mails: number }[]>(countHeldSql, studioId, group);
      const retried = await tx.$executeRawUnsafe(retryGroupSql, studioId, group);
      const cleared = await tx.$executeRawUnsafe(clearGroupSql, studioId, group, by);
      return retried + cleared > 0 ? held!.mails : 0;
    });
  }

  release(studioId: string, ids: readonly string[]): Promise<number> {
    return this.database.change(studioId, (tx) => tx.$executeRawUnsafe(releaseMailsSql, studioId, ids));
  }

  skip(studioId: string, choice: sends.HeldChoice, reason: object): Promise<number> {
    const [group, ids] = 'group' in choice ? [choice.group, null] : [null, choice.ids];
    return this.database.change(studioId, (tx) =>
      tx.$executeRawUnsafe(skipMailsSql, studioId, group, ids, JSON.stringify(reason)),
    );
  }
}
