import { Injectable } from '@nestjs/common';
import {
  notifyPasswordChanged,
  onPrisma,
  requestReset,
  useReset,
  type AccountTransaction,
  type PasswordReset,
} from '@cueline/database';
import { lockAddress, lockReset } from '../../platform/auth/address-lock.sql.js';
import { invalid } from '../../platform/problems/problem-error.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { setPassword } from './set-password.js';

const changedMeanwhile = {
  en: 'The password was changed meanwhile.',
  de: 'Das Passwort wurde inzwischen geändert.',
};

/** `userId`: null when no account has the address. */
export type ResetRow = PasswordReset & { readonly userId: string | null };

/** People belong to no studio. */
@Injectable()
export class PasswordsRepository {
  constructor(private readonly database: StudioDatabase) {}

  async passwordHash(userId: string): Promise<string | null> {
    return passwordHash(this.database.database.prisma, userId);
  }

  /** The new password, if the current one is still the one that was checked. @returns how many other sessions have ended */
  change(userId: string, sessionId: string, current: string, hash: string): Promise<{ ended: number }> {
    return this.database.database.prisma.$transaction(async (tx) => {
      const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
      await lockAddress.run(onPrisma(tx), { address: email });
      if ((await passwordHash(tx, userId)) !== current)
        throw invalid([{ pointer: '/currentPassword', detail: changedMeanwhile }]);
      const ended = await tx.authSession.count({ where: { userId, id: { not: sessionId } } });
      await setPassword(tx, userId, hash, sessionId);
      await notifyPasswordChanged(tx, email);
      return { ended };
    });
  }

  /** A newer wish takes the place of an older one, and its mail. */
  async request(email: string, expiresAt: Date): Promise<void> {
    await this.database.database.prisma.$transaction(async (tx) => {
      await lockAddress.run(onPrisma(tx), { address: email });
      await requestReset(tx, email, expiresAt);
    });
  }

  find(id: string): Promise<ResetRow | null> {
    return find(this.database.database.prisma, id);
  }

  /** @param decide looks at the wish once more, while it is locked */
  reset(id: string, hash: string, decide: (row: ResetRow | null) => ResetRow): Promise<ResetRow> {
    return this.database.database.prisma.$transaction(async (tx) => {
      await lockReset.run(onPrisma(tx), { id });
      const row = decide(await find(tx, id));
      await useReset(tx, id);
      await setPassword(tx, row.userId!, hash);
      // The link came by the address itself.
      await tx.user.update({ where: { id: row.userId! }, data: { emailVerified: true } });
      await notifyPasswordChanged(tx, row.email);
      return row;
    });
  }
}

async function find(tx: AccountTransaction, id: string): Promise<ResetRow | null> {
  const row = await tx.passwordReset.findUnique({ where: { id } });
  if (!row) return null;
  const user = await tx.user.findUnique({ where: { email: row.email }, select: { id: true } });
  return { ...row, userId: user?.id ?? null };
}

async function passwordHash(tx: AccountTransaction, userId: string): Promise<string | null> {
  const where = { userId, providerId: 'credential' };
  return (await tx.authAccount.findFirst({ where, select: { password: true } }))?.password ?? null;
}
