import { Injectable } from '@nestjs/common';
import type { members } from '@cueline/contracts';
import {
  changeInvitedRole,
  createInvitation,
  endInvitation,
  mailInvitationAgain,
  onPrisma,
  withLatestMail as include,
  type InvitationRow,
  type NewInvitation,
} from '@cueline/database';
import { lockRecord } from '../../platform/database/lock-record.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';
import { lockAddress } from '../../platform/auth/address-lock.sql.js';

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
        await endInvitation(tx, before.id, 'replaced');
      }
      return createInvitation(tx, studioId, data);
    });
  }

  mailAgain(studioId: string, id: string, expiresAt: Date, check: Check): Promise<InvitationRow> {
    return this.#checked(studioId, id, check, (tx, before) => mailInvitationAgain(tx, before, expiresAt));
  }

  changeRole(studioId: string, id: string, role: members.MemberRole, check: Check): Promise<InvitationRow> {
    return this.#checked(studioId, id, check, (tx) => changeInvitedRole(tx, id, role));
  }

  revoke(studioId: string, id: string, check: Check): Promise<InvitationRow> {
    return this.#checked(studioId, id, check, async (tx, before) =>
      before.ending ? before : endInvitation(tx, id, 'revoked'),
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
