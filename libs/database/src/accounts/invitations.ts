import type { StudioTransaction } from '../client/for-studio.js';
import type { Invitation, MemberRole } from '../generated/client.js';
import type { AccountTransaction } from './password-resets.js';

const desc = 'desc' as const;
/** With the state of the latest mail. */
export const withLatestMail = {
  mails: { select: { state: true }, orderBy: [{ createdAt: desc }, { id: desc }], take: 1 },
};
const include = withLatestMail;

export type InvitationRow = Invitation & {
  readonly mails: readonly { readonly state: 'queued' | 'sent' | 'failed' | 'dropped' }[];
};
export type NewInvitation = Pick<
  Invitation,
  'email' | 'role' | 'name' | 'invitedById' | 'invitedByName' | 'expiresAt'
>;

const mailOf = ({ email, expiresAt }: Pick<Invitation, 'email' | 'expiresAt'>) => ({
  purpose: 'invitation' as const,
  toAddress: email,
  giveUpAt: expiresAt,
});

/** With the mail that brings it. */
export function createInvitation(
  tx: StudioTransaction,
  studioId: string,
  data: NewInvitation,
): Promise<InvitationRow> {
  return tx.invitation.create({ data: { ...data, studioId, mails: { create: mailOf(data) } }, include });
}

/** Another moment of expiry is another link: what was mailed before opens nothing any more. */
export async function mailInvitationAgain(
  tx: StudioTransaction,
  { id, email }: Pick<Invitation, 'id' | 'email'>,
  expiresAt: Date,
): Promise<InvitationRow> {
  const dropped = {
    state: 'dropped' as const,
    settledAt: new Date(),
    reason: { code: 'accountMail.replaced' },
  };
  // Of two mails with the same link one is enough.
  await tx.invitation.update({
    where: { id },
    data: { mails: { updateMany: { where: { state: 'queued' }, data: dropped } } },
  });
  const mails = { create: mailOf({ email, expiresAt }) };
  return tx.invitation.update({ where: { id }, data: { expiresAt, mailedAt: new Date(), mails }, include });
}

export function changeInvitedRole(
  tx: StudioTransaction,
  id: string,
  role: MemberRole,
): Promise<InvitationRow> {
  return tx.invitation.update({ where: { id }, data: { role }, include });
}

export function endInvitation(
  tx: StudioTransaction,
  id: string,
  ending: 'replaced' | 'revoked',
): Promise<InvitationRow> {
  return tx.invitation.update({ where: { id }, data: { ending, endedAt: new Date() }, include });
}

/** Those to some roles by somebody who may not invite to them any more. */
export async function endInvitationsBy(
  tx: StudioTransaction,
  invitedById: string,
  roles: readonly MemberRole[],
): Promise<void> {
  await tx.invitation.updateMany({
    where: { invitedById, ending: null, role: { in: [...roles] } },
    data: { ending: 'revoked', endedAt: new Date() },
  });
}

/** Whoever holds the link has come in by it. */
export async function useInvitation(tx: AccountTransaction, id: string): Promise<void> {
  await tx.invitation.update({ where: { id }, data: { ending: 'used', endedAt: new Date() } });
}
