import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { inTransaction } from '@cueline/database';
import { StudioDatabase } from '../database/studio-database.js';
import * as sql from './attempts.sql.js';
import { counted, waitOf, type Limit } from './limit.js';

/** What a limit counts: an account, a place, or both. */
export interface Counted {
  readonly limit: Limit;
  readonly of: string;
}

const keyOf = ({ limit, of }: Counted) => createHash('sha256').update(`${limit.name}\n${of}`).digest('hex');

/** Counters in PostgreSQL: one for all API processes, and no way around them by many requests at once. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: StudioDatabase) {}

  /** Counts one attempt against all of these, or against none when one of them says to wait. @returns the seconds to wait; 0: go on */
  async count(all: readonly Counted[]): Promise<number> {
    const byKey = new Map(all.map((one) => [keyOf(one), one]));
    const keys = [...byKey.keys()].sort();
    return inTransaction(this.database.database.pool, async (client) => {
      await client.query({ ...sql.makeCounters, values: [keys] });
      const { rows } = await client.query<sql.CounterRow>({ ...sql.lockCounters, values: [keys] });
      const wait = Math.max(...rows.map((row) => waitOf(row, row.now)));
      for (const row of wait > 0 ? [] : rows) {
        const { count, blockedUntil, expiresAt } = counted(byKey.get(row.key)!.limit, row, row.now);
        await client.query({ ...sql.writeCounter, values: [row.key, count, blockedUntil, expiresAt] });
      }
      return wait;
    });
  }

  async forget(all: readonly Counted[]): Promise<void> {
    await this.database.database.pool.query({ ...sql.forgetCounters, values: [all.map(keyOf)] });
  }

  async takeBack(all: readonly Counted[]): Promise<void> {
    await this.database.database.pool.query({ ...sql.takeBack, values: [all.map(keyOf)] });
  }
}
