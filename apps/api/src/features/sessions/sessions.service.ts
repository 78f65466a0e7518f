import { Injectable } from '@nestjs/common';
import type { accounts } from '@cueline/contracts';
import type { AuthSession } from '@cueline/database';
import type { Caller } from '../../platform/auth/caller.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { SessionsRepository } from './sessions.repository.js';

/** One's own sessions. */
@Injectable()
export class SessionsService {
  constructor(private readonly repository: SessionsRepository) {}

  async list({ user }: Caller): Promise<{ items: accounts.Session[] }> {
    const rows = await this.repository.list(user!.userId);
    return { items: rows.map((row) => view(row, user!.sessionId)) };
  }

  async end({ user }: Caller, id: string): Promise<accounts.Session> {
    const row = await this.repository.end(user!.userId, id);
    if (!row) throw notFound('session');
    return view(row, user!.sessionId);
  }

  async endOthers({ user }: Caller): Promise<{ ended: number }> {
    return { ended: await this.repository.endOthers(user!.userId, user!.sessionId) };
  }
}

/** Without its token: who reads the list gains no session. */
const view = (row: AuthSession, own: string): accounts.Session => ({
  id: row.id,
  isThis: row.id === own,
  userAgent: row.userAgent || null,
  ipAddress: row.ipAddress || null,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
