import type { Queryable } from '../client/statement.js';
import * as sql from './account-mails.sql.js';
import { forgetAccounts } from './forget.sql.js';
import { forgetExpiredCounters } from '../platform/attempts.sql.js';

interface Reason {
  readonly code: string;
  readonly reply?: string;
}

/** The mails about sign-ins that the API has asked for. */
export class AccountMailQueue {
  constructor(private readonly on: Queryable) {}

  claimDue(limit: number): Promise<sql.DueAccountMail[]> {
    return sql.claimDue.rows(this.on, { limit });
  }

  async isWanted({ id, linkExpiresAt }: sql.DueAccountMail): Promise<boolean> {
    return (await sql.stillWanted.run(this.on, { id, linkExpiresAt })) === 1;
  }

  async settle(id: string, state: 'sent' | 'failed' | 'dropped', reason: Reason | null): Promise<void> {
    await sql.settle.run(this.on, { id, state, reason });
  }

  async postpone(id: string, seconds: number, reason: Reason): Promise<void> {
    await sql.postpone.run(this.on, { id, seconds, reason });
  }

  async forget(now: Date): Promise<void> {
    for (const statement of forgetAccounts) await statement.run(this.on, { now });
    await forgetExpiredCounters.run(this.on, { now });
  }
}
