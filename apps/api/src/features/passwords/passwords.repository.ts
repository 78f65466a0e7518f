import { Injectable } from '@nestjs/common';
import { onPrisma, type PasswordReset } from '@cueline/database';
import { lockAddress, lockReset } from '../../platform/auth/address-lock.sql.js';
import { invalid } from '../../platform/problems/problem-error.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { setPassword, type AccountTransaction } from './set-password.js';

/** `userId`: null when no account has the address. */
export type ResetRow = PasswordReset & { readonly userId: string | null };

const NOTIFY_FOR_MS = 2 * 86_400_000;

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
        throw invalid([{ pointer: '/currentPassword', detail: 'The password was changed meanwhile.' }]);
      const ended = await tx.authSession.count({ where: { userId, id: { not: sessionId } } });
      await setPassword(tx, userId, hash, sessionId);
      await notify(tx, email);
      return { ended };
    });
  }

  /** A newer wish takes the place of an older one, and its mail. */
  async request(email: string, expiresAt: Date): Promise<void> {
    await this.database.database.prisma.$transaction(async (tx) => {
      await lockAddress.run(onPrisma(tx), { address: email });
      const open = { email, ending: null };
      await tx.accountMail.updateMany({
        where: { reset: open, state: 'queued' },
        data: { state: 'dropped', settledAt: new Date(), reason: { code: 'accountMail.replaced' } },
      });
      await tx.passwordReset.updateMany({
        where: open,
        data: { ending: 'replaced', endedAt: new Date() },
      });
      const mails = { create: { purpose: 'passwordReset' as const, toAddress: email, giveUpAt: expiresAt } };
      await tx.passwordReset.create({ data: { email, expiresAt, mails } });
    });
  }

  find(id: string): Promise<ResetRow | null> {
    return find(this.database.database.prisma, id);
  }

  /** @param decide looks at the wish once more, while it is held */
  reset(id: string, hash: string, decide: (row: ResetRow | null) => ResetRow): Promise<ResetRow> {
    return this.database.database.prisma.$transaction(async (tx) => {
      await lockReset.run(onPrisma(tx), { id });
      const row = decide(await find(tx, id));
      await tx.passwordReset.update({ where: { id }, data: { ending: 'used', endedAt: new Date() } });
      await setPassword(tx, row.userId!, hash);
      // The link came by the address itself.
      await tx.user.update({ where: { id: row.userId! }, data: { emailVerified: true } });
      await notify(tx, row.email);
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

/** The owner of an account hears of every change of its password. */
async function notify(tx: AccountTransaction, email: string): Promise<void> {
  const giveUpAt = new Date(Date.now() + NOTIFY_FOR_MS);
  await tx.accountMail.create({ data: { purpose: 'passwordChanged', toAddress: email, giveUpAt } });
}
