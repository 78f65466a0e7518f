import { Injectable } from '@nestjs/common';
import type { members } from '@cueline/contracts';
import type { Member } from '@cueline/database';
import { hashPassword } from 'better-auth/crypto';
import { randomUUID } from 'node:crypto';
import { notFound } from '../../platform/problem-error.js';
import { StudioDatabase, type Transaction } from '../../platform/studio-database.js';

const include = { user: { select: { name: true, email: true } } };
export type MemberRow = Member & { readonly user: { readonly name: string; readonly email: string } };
interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
}
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

  /** People belong to no studio: one sign-in may be a member of several. */
  async userOf(email: string): Promise<string | undefined> {
    return (await this.database.database.prisma.user.findUnique({ where: { email } }))?.id;
  }

  add(studioId: string, userId: string, role: members.MemberRole): Promise<MemberRow> {
    return this.database.of(studioId).member.create({ data: { studioId, userId, role }, include });
  }

  async addNew(studioId: string, { email, name, password }: NewPerson, role: members.MemberRole) {
    const hash = await hashPassword(password);
    return this.database.database.prisma.$transaction(async (tx) => {
      const id = randomUUID();
      await tx.user.create({ data: { id, name, email } });
      await tx.authAccount.create({
        data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: hash },
      });
      return tx.member.create({ data: { studioId, userId: id, role }, include });
    });
  }

  changeRole(studioId: string, id: string, role: members.MemberRole, check: Check): Promise<MemberRow> {
    return this.#checked(studioId, id, check, (tx) =>
      tx.member.update({ where: { id }, data: { role }, include }),
    );
  }

  /** The staff record stays, with nobody who signs in as it. */
  remove(studioId: string, id: string, check: Check): Promise<MemberRow> {
    return this.#checked(studioId, id, check, async (tx) => {
      await tx.staff.updateMany({ where: { memberId: id }, data: { memberId: null } });
      return tx.member.delete({ where: { id }, include });
    });
  }

  /** Holds all owners meanwhile: two who demote each other at the same moment would leave none. */
  #checked(
    studioId: string,
    id: string,
    check: Check,
    change: (tx: Transaction) => Promise<MemberRow>,
  ): Promise<MemberRow> {
    return this.database.change(studioId, async (tx) => {
      await tx.$queryRawUnsafe(
        `SELECT 1 FROM members WHERE studio_id = $1::uuid AND role = 'owner' ORDER BY id FOR UPDATE`,
        studioId,
      );
      const before = await tx.member.findUnique({ where: { id }, include });
      if (!before) throw notFound('member');
      check(before, await tx.member.count({ where: { role: 'owner' } }));
      return change(tx);
    });
  }
}
