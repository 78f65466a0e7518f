import type { PrismaClient } from '../generated/client.js';

/** The database outside of any studio: people belong to none. */
export type AccountTransaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

const NOTIFY_FOR_MS = 2 * 86_400_000;

/** A newer link to set a password takes the place of an older one, and its mail. */
export async function requestReset(tx: AccountTransaction, email: string, expiresAt: Date): Promise<void> {
  const open = { email, ending: null };
  await tx.accountMail.updateMany({
    where: { reset: open, state: 'queued' },
    data: { state: 'dropped', settledAt: new Date(), reason: { code: 'accountMail.replaced' } },
  });
  await tx.passwordReset.updateMany({ where: open, data: { ending: 'replaced', endedAt: new Date() } });
  const mails = { create: { purpose: 'passwordReset' as const, toAddress: email, giveUpAt: expiresAt } };
  await tx.passwordReset.create({ data: { email, expiresAt, mails } });
}

/** The link opens nothing any more. */
export async function useReset(tx: AccountTransaction, id: string): Promise<void> {
  await tx.passwordReset.update({ where: { id }, data: { ending: 'used', endedAt: new Date() } });
}

/** A password was set: every session but one ends, and every open link to set another. */
export async function endAccess(
  tx: AccountTransaction,
  { userId, email }: { readonly userId: string; readonly email: string },
  keepSession: string,
): Promise<void> {
  await tx.authSession.deleteMany({ where: { userId, id: { not: keepSession } } });
  await tx.passwordReset.updateMany({
    where: { email, ending: null },
    data: { ending: 'passwordChanged', endedAt: new Date() },
  });
}

/** The owner of an account hears of every change of its password. */
export async function notifyPasswordChanged(tx: AccountTransaction, email: string): Promise<void> {
  const giveUpAt = new Date(Date.now() + NOTIFY_FOR_MS);
  await tx.accountMail.create({ data: { purpose: 'passwordChanged', toAddress: email, giveUpAt } });
}
