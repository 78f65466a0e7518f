import { Injectable } from '@nestjs/common';
import type { members } from '@cueline/contracts';
import { readableAddress } from '@cueline/workflows/locale';
import type { Caller } from '../../platform/auth/caller.js';
import { mayMake } from '../../platform/auth/permissions.js';
import { ProblemError } from '../../platform/problems/problem-error.js';
import { MembersRepository, type MemberRow } from './members.repository.js';

@Injectable()
export class MembersService {
  constructor(private readonly repository: MembersRepository) {}

  async list(caller: Caller): Promise<{ items: members.Member[] }> {
    const rows = await this.repository.list(caller.studioId);
    return { items: rows.map((row) => view(row, caller)) };
  }

  async changeRole(caller: Caller, id: string, role: members.MemberRole) {
    mayMake(caller, role);
    const row = await this.repository.changeRole(caller.studioId, id, role, (before, owners) => {
      mayMake(caller, before.role);
      if (before.role === 'owner' && role !== 'owner') oneOwnerStays(owners);
    });
    return view(row, caller);
  }

  async remove(caller: Caller, id: string) {
    const row = await this.repository.remove(caller.studioId, id, (before, owners) => {
      mayMake(caller, before.role);
      if (before.role === 'owner') oneOwnerStays(owners);
    });
    return view(row, caller);
  }
}

function oneOwnerStays(owners: number): void {
  if (owners < 2)
    throw new ProblemError('resource.conflict', {
      en: 'A studio keeps an owner. Make somebody else owner first.',
      de: 'Ein Studio behält einen Inhaber. Mach zuerst jemand anderen zum Inhaber.',
    });
}

const view = (row: MemberRow, { user }: Caller): members.Member => ({
  id: row.id,
  name: row.user.name,
  email: readableAddress(row.user.email),
  role: row.role,
  isYou: row.userId === user?.userId,
  createdAt: row.createdAt.toISOString(),
});
