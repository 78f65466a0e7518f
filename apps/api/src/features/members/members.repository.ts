import { Injectable } from '@nestjs/common';
import { members } from '@cueline/contracts';
import { endInvitationsBy, onPrisma, type Member } from '@cueline/database';
import { lockOwners } from './members.sql.js';
import { mayDo, mayGrant } from '../../platform/auth/permissions.js';
import { notFound } from '../../platform/problems/problem-error.js';
import { StudioDatabase, type Transaction } from '../../platform/database/studio-database.js';

const include = { user: { select: { name: true, email: true } } };
export type MemberRow = Member & { readonly user: { readonly name: string; readonly email: string } };
/** Says by an exception what must not be; `owners`: how many the studio has. */
type Check = (before: MemberRow, owners: number) => void;

@Injectable()
export class MembersRepository {
  constructor(private readonly database: StudioDatabase) {}

  list(studioId: string): Promise<MemberRow[]> {
    return this.database
      .of(studioId)
      .member.findMany({ include, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  }

  changeRole(studioId: string, id: string, role: members.MemberRole, check: Check): Promise<MemberRow> {
    return this.#checked(studioId, id, check, async (tx) => {
      await endInvitations(tx, id, (invited) => !mayManage(role) || !mayGrant(role, invited));
      return tx.member.update({ where: { id }, data: { role }, include });
    });
  }

  /** The staff record stays, with nobody who signs in as it. */
  remove(studioId: string, id: string, check: Check): Promise<MemberRow> {
    return this.#checked(studioId, id, check, async (tx) => {
      await endInvitations(tx, id, () => true);
      await tx.staff.updateMany({ where: { memberId: id }, data: { memberId: null } });
      return tx.member.delete({ where: { id }, include });
    });
  }

  /** Locks all owners meanwhile. */
  #checked(
    studioId: string,
    id: string,
    check: Check,
    change: (tx: Transaction) => Promise<MemberRow>,
  ): Promise<MemberRow> {
    return this.database.change(studioId, async (tx) => {
      await lockOwners.run(onPrisma(tx), { studioId });
      const before = await tx.member.findUnique({ where: { id }, include });
      if (!before) throw notFound('member');
      check(before, await tx.member.count({ where: { role: 'owner' } }));
      return change(tx);
    });
  }
}

/** Nobody comes in by somebody who could not invite them any more. */
async function endInvitations(
  tx: Transaction,
  invitedById: string,
  ends: (role: members.MemberRole) => boolean,
): Promise<void> {
  await endInvitationsBy(tx, invitedById, members.memberRole.options.filter(ends));
}

const mayManage = (role: members.MemberRole) => mayDo(role, 'studio:manage');
