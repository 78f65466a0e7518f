import type { members } from '@cueline/contracts';

type MemberRole = members.MemberRole;

export const roleLabels: Readonly<Record<MemberRole, string>> = {
  owner: 'Owner',
  admin: 'Admin',
  member: 'Member',
};

export const roleHints: Readonly<Record<MemberRole, string>> = {
  owner: 'May do everything, and makes other owners.',
  admin: 'Looks after team, brands and keys as well.',
  member: 'Works with clients, bookings and workflows.',
};

/** The API decides; here nothing is offered that it refuses. */
export const grantable = (mine: string): MemberRole[] =>
  mine === 'owner' ? ['member', 'admin', 'owner'] : ['member', 'admin'];

export const roleOptions = (mine: string) =>
  grantable(mine).map((value) => ({ value, label: roleLabels[value] }));
