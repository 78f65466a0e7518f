import { Injectable } from '@nestjs/common';
import type { members } from '@cueline/contracts';
import type { Caller } from '../../platform/caller.js';
import { mayGrant } from '../../platform/permissions.js';
import { invalid, ProblemError } from '../../platform/problem-error.js';
import { MembersRepository, type MemberRow } from './members.repository.js';

@Injectable()
export class MembersService {
  constructor(private readonly repository: MembersRepository) {}

  async list(caller: Caller): Promise<{ items: members.Member[] }> {
    const rows = await this.repository.list(caller.studioId);
    return { items: rows.map((row) => view(row, caller)) };
  }

  /** A person who signs in already keeps the password: nobody sets another's. */
  async add(caller: Caller, { email: written, role, name, password }: members.NewMember) {
    mayMake(caller, role);
    const email = written.toLowerCase();
    const userId = await this.repository.userOf(email);
    if (userId !== undefined) {
      if (password !== undefined)
        throw invalid([
          { pointer: '/password', detail: 'This person signs in already. Leave the password out.' },
        ]);
      return view(await this.repository.add(caller.studioId, userId, role), caller);
    }
    if (name === undefined || password === undefined) {
      const missing = { '/name': name, '/password': password };
      throw invalid(
        Object.entries(missing)
          .filter(([, value]) => value === undefined)
          .map(([pointer]) => ({ pointer, detail: 'This person has no sign-in yet. Give both.' })),
      );
    }
    return view(await this.repository.addNew(caller.studioId, { email, name, password }, role), caller);
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

/** @throws ProblemError unless the caller's role reaches this far */
function mayMake({ role }: Caller, granted: members.MemberRole): void {
  if (role === 'key' || !mayGrant(role, granted))
    throw new ProblemError('auth.forbidden', 'Owners are made, changed and removed by owners alone.');
}

function oneOwnerStays(owners: number): void {
  if (owners < 2)
    throw new ProblemError('resource.conflict', 'A studio keeps an owner. Make somebody else owner first.');
}

const view = (row: MemberRow, { user }: Caller): members.Member => ({
  id: row.id,
  name: row.user.name,
  email: row.user.email,
  role: row.role,
  isYou: row.userId === user?.userId,
  createdAt: row.createdAt.toISOString(),
});
