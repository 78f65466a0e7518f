import { randomUUID } from 'node:crypto';
import { endAccess, type AccountTransaction } from '@cueline/database';

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
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await endAccess(tx, { userId, email }, keepSession);
}
