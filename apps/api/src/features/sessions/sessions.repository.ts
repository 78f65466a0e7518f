import { Injectable } from '@nestjs/common';
import type { AuthSession } from '@cueline/database';
import { StudioDatabase } from '../../platform/database/studio-database.js';

/** People belong to no studio: each statement is about one person. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(userId: string): Promise<AuthSession[]> {
    return this.#sessions.findMany({
      where: { userId, expiresAt: { gt: new Date() } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
  }

  /** @returns null when the person has no such session */
  async end(userId: string, id: string): Promise<AuthSession | null> {
    const row = await this.#sessions.findFirst({ where: { userId, id } });
    if (row) await this.#sessions.deleteMany({ where: { userId, id } });
    return row;
  }

  async endOthers(userId: string, but: string): Promise<number> {
    return (await this.#sessions.deleteMany({ where: { userId, id: { not: but } } })).count;
  }

  get #sessions() {
    return this.database.database.prisma.authSession;
  }
}
