import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '@cueline/database';

/** The database outside of any studio: people belong to none. */
export type AccountTransaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

/** A new password ends every session but one, and every open link to set another. */
export async function setPassword(
  tx: AccountTransaction,
  userId: string,
  passwordHash: string,
  keepSession = '',
): Promise<void> {
  const where = { userId, providerId: 'credential' };
  const { count } = await tx.authAccount.updateMany({ where, data: { password: passwordHash } });
  if (count === 0)
    await tx.authAccount.create({
      data: { id: randomUUID(), accountId: userId, ...where, password: passwordHash },
    });
  await tx.authSession.deleteMany({ where: { userId, id: { not: keepSession } } });
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await tx.passwordReset.updateMany({
    where: { email, ending: null },
    data: { ending: 'passwordChanged', endedAt: new Date() },
  });
}
