import type { Pool } from 'pg';
import * as sql from './account-mails.sql.js';

export type { DueAccountMail } from './account-mails.sql.js';

interface Reason {
  readonly code: string;
  readonly reply?: string;
}

/** The mails about sign-ins that the API has asked for. */
export class AccountMailsRepository {
  constructor(private readonly pool: Pool) {}

  async claimDue(limit: number): Promise<sql.DueAccountMail[]> {
    return (await this.pool.query<sql.DueAccountMail>({ ...sql.claimDue, values: [limit] })).rows;
  }

  async isWanted({ id, linkExpiresAt }: sql.DueAccountMail): Promise<boolean> {
    const { rowCount } = await this.pool.query({ ...sql.stillWanted, values: [id, linkExpiresAt] });
    return rowCount === 1;
  }

  async settle(id: string, state: 'sent' | 'failed' | 'dropped', reason: Reason | null): Promise<void> {
    await this.pool.query({ ...sql.settle, values: [id, state, reason && JSON.stringify(reason)] });
  }

  async postpone(id: string, seconds: number, reason: Reason): Promise<void> {
    await this.pool.query({ ...sql.postpone, values: [id, seconds, JSON.stringify(reason)] });
  }

  async forget(now: Date): Promise<void> {
    for (const text of sql.forget) await this.pool.query(text, [now]);
  }
}
