import { Injectable } from '@nestjs/common';
import type { members } from '@cueline/contracts';
import { onPrisma, type Invitation } from '@cueline/database';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';
import { lockAddress } from '../../platform/auth/address-lock.sql.js';

const desc = 'desc' as const;
/** With the state of the latest mail. */
const include = {
  mails: { select: { state: true }, orderBy: [{ createdAt: desc }, { id: desc }], take: 1 },
};
export type InvitationRow = Invitation & {
  readonly mails: readonly { readonly state: 'queued' | 'sent' | 'failed' | 'dropped' }[];
};
type NewInvitation = Pick<
  Invitation,
  'email' | 'role' | 'name' | 'invitedById' | 'invitedByName' | 'expiresAt'
>;
/** Says by an exception what must not be. */
type Check = (before: InvitationRow) => void;

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: StudioDatabase) {}

  open(studioId: string): Promise<InvitationRow[]> {
    return this.database.of(studioId).invitation.findMany({
      where: { ending: null },
      include,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
  }

  async get(studioId: string, id: string): Promise<InvitationRow> {
    const row = await this.database.of(studioId).invitation.findUnique({ where: { id }, include });
    if (!row) throw notFound('invitation');
    return row;
  }

  /** Of this studio alone: of other accounts nothing is read. */
  async isMember(studioId: string, email: string): Promise<boolean> {
    return (await this.database.of(studioId).member.count({ where: { user: { email } } })) > 0;
  }

  /** Makes an invitation; the open one of the same address ends. */
  replace(studioId: string, data: NewInvitation, check: Check): Promise<InvitationRow> {
    return this.database.change(studioId, async (tx) => {
      await lockAddress.run(onPrisma(tx), { address: `${studioId} ${data.email}` });
      const before = await tx.invitation.findFirst({ where: { email: data.email, ending: null }, include });
      if (before) {
        check(before);
        await end(tx, before.id, 'replaced');
      }
      const mails = { create: mailOf(data) };
      return tx.invitation.create({ data: { ...data, studioId, mails }, include });
    });
  }

  /** Another moment of expiry is another link: what was mailed before opens nothing any more. */
  mailAgain(studioId: string, id: string, expiresAt: Date, check: Check): Promise<InvitationRow> {
    return this.#checked(studioId, id, check, async (tx, { email }) => {
      await dropQueued(tx, id);
      const mails = { create: mailOf({ email, expiresAt }) };
      const data = { expiresAt, mailedAt: new Date(), mails };
      return tx.invitation.update({ where: { id }, data, include });
    });
  }

  changeRole(studioId: string, id: string, role: members.MemberRole, check: Check): Promise<InvitationRow> {
    return this.#checked(studioId, id, check, (tx) =>
      tx.invitation.update({ where: { id }, data: { role }, include }),
    );
  }

  revoke(studioId: string, id: string, check: Check): Promise<InvitationRow> {
    return this.#checked(studioId, id, check, async (tx, before) =>
      before.ending ? before : end(tx, id, 'revoked'),
    );
  }

  #checked(
    studioId: string,
    id: string,
    check: Check,
    change: (tx: Transaction, before: InvitationRow) => Promise<InvitationRow>,
  ): Promise<InvitationRow> {
    return this.database.change(studioId, async (tx) => {
      await lockRecord(tx, 'invitations', studioId, id);
      const before = await tx.invitation.findUnique({ where: { id }, include });
      if (!before) throw notFound('invitation');
      check(before);
      return change(tx, before);
    });
  }
}

const mailOf = ({ email, expiresAt }: Pick<Invitation, 'email' | 'expiresAt'>) => ({
  purpose: 'invitation' as const,
  toAddress: email,
  giveUpAt: expiresAt,
});

const end = (tx: Transaction, id: string, ending: 'replaced' | 'revoked'): Promise<InvitationRow> =>
  tx.invitation.update({ where: { id }, data: { ending, endedAt: new Date() }, include });

/** Of two mails with the same link one is enough. */
async function dropQueued(tx: Transaction, id: string): Promise<void> {
  const dropped = {
    state: 'dropped' as const,
    settledAt: new Date(),
    reason: { code: 'accountMail.replaced' },
  };
  await tx.invitation.update({
    where: { id },
    data: { mails: { updateMany: { where: { state: 'queued' }, data: dropped } } },
  });
}
