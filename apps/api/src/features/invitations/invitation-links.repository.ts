import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  onPrisma,
  useInvitation,
  type AccountTransaction,
  type Invitation,
  type User,
} from '@cueline/database';
import { lockAddress, lockInvitation } from '../../platform/auth/address-lock.sql.js';
import { StudioDatabase } from '../../platform/database/studio-database.js';
import { setPassword } from '../passwords/set-password.js';

export type Linked = Invitation & {
  readonly studio: { readonly name: string };
  readonly user: Pick<User, 'id' | 'email' | 'emailVerified'> | null;
};

export interface NewAccount {
  readonly name: string;
  readonly passwordHash: string;
}

/** Invitations as the holder of a link finds them: the studio is known by the invitation alone. */
@Injectable()
export class InvitationLinksRepository {
  constructor(private readonly database: StudioDatabase) {}

  find(id: string): Promise<Linked | null> {
    return linked(this.database.database.prisma, id);
  }

  /**
   * Membership, account and the end of the invitation commit together, once.
   * @param decide looks at the invitation once more, while it is locked
   */
  accept(
    id: string,
    email: string,
    account: NewAccount | null,
    decide: (row: Linked | null) => Linked,
  ): Promise<Linked> {
    return this.database.database.prisma.$transaction(async (tx) => {
      // Two invitations of one new address make one account.
      await lockAddress.run(onPrisma(tx), { address: email });
      await lockInvitation.run(onPrisma(tx), { id });
      const row = decide(await linked(tx, id));
      const userId = account ? await writeAccount(tx, email, row.user?.id, account) : row.user!.id;
      const { studioId, role } = row;
      await tx.member.createMany({ data: [{ studioId, userId, role }], skipDuplicates: true });
      await useInvitation(tx, id);
      return row;
    });
  }
}

async function linked(tx: AccountTransaction, id: string): Promise<Linked | null> {
  const row = await tx.invitation.findUnique({
    where: { id },
    include: { studio: { select: { name: true } } },
  });
  if (!row) return null;
  const select = { id: true, email: true, emailVerified: true };
  return { ...row, user: await tx.user.findUnique({ where: { email: row.email }, select }) };
}

async function writeAccount(
  tx: AccountTransaction,
  email: string,
  known: string | undefined,
  { name, passwordHash }: NewAccount,
): Promise<string> {
  const id = known ?? randomUUID();
  const person = { name, emailVerified: true };
  await tx.user.upsert({ where: { id }, update: person, create: { id, email, ...person } });
  await setPassword(tx, id, passwordHash);
  return id;
}
