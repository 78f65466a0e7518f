import type { members } from '@cueline/contracts';
import { m } from './messages.js';

type MemberRole = members.MemberRole;

export const roleLabels: Readonly<Record<MemberRole, string>> = m.roles;
export const roleHints: Readonly<Record<MemberRole, string>> = m.hints;

/** The API decides; here nothing is offered that it refuses. */
export const grantable = (mine: string): MemberRole[] =>
  mine === 'owner' ? ['member', 'admin', 'owner'] : ['member', 'admin'];

export const roleOptions = (mine: string) =>
  grantable(mine).map((value) => ({ value, label: roleLabels[value] }));
