import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { attempts as sql, inTransaction } from '@cueline/database';
import { StudioDatabase } from '../database/studio-database.js';
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
    return inTransaction(this.database.database.pool, async (on) => {
      await sql.makeCounters.run(on, { keys });
      const rows = await sql.lockCounters.rows(on, { keys });
      const wait = Math.max(...rows.map((row) => waitOf(row, row.now)));
      for (const row of wait > 0 ? [] : rows) {
        const counter = counted(byKey.get(row.key)!.limit, row, row.now);
        await sql.writeCounter.run(on, { key: row.key, ...counter });
      }
      return wait;
    });
  }

  async forget(all: readonly Counted[]): Promise<void> {
    await sql.forgetCounters.run(this.database.database.pool, { keys: all.map(keyOf) });
  }

  async takeBack(all: readonly Counted[]): Promise<void> {
    await sql.takeBack.run(this.database.database.pool, { keys: all.map(keyOf) });
  }
}
