import type { apiKeys, members } from '@cueline/contracts';
import { ProblemError } from '../problems/problem-error.js';

/** What a route asks of its caller: a scope of a key, or what only a person may do. */
export type Permission =
  | apiKeys.KeyScope
  /** Members, keys and brands. */
  | 'studio:manage'
  /** One's own sign-in: password and sessions. */
  | 'account:own'
  /** What belongs to the machine rather than to the studio, and the studio's own secrets. */
  | 'studio:own';

const byRole: Readonly<Record<members.MemberRole, (permission: Permission) => boolean>> = {
  owner: () => true,
  admin: (permission) => permission !== 'studio:own',
  member: (permission) => !permission.startsWith('studio:'),
};

/** A key has no account, and manages no studio. */
export const isForPeople = (permission: Permission): boolean => /^(?:studio|account):/.test(permission);

/** The one place that says what a role may do. */
export const mayDo = (role: members.MemberRole, permission: Permission): boolean => byRole[role](permission);

/** Owners are made, changed and removed by owners: an admin cannot raise anybody above the admins, or take the studio over. */
export const mayGrant = (role: members.MemberRole, granted: members.MemberRole): boolean =>
  role === 'owner' || (role === 'admin' && granted !== 'owner');

/** @throws ProblemError unless the caller's role reaches this far */
export function mayMake(
  { role }: { readonly role: members.MemberRole | 'key' },
  granted: members.MemberRole,
): void {
  if (role === 'key' || !mayGrant(role, granted))
    throw new ProblemError('auth.forbidden', {
      en: 'Owners are made, changed and removed by owners alone.',
      de: 'Inhaber ernennen, ändern und entfernen nur Inhaber.',
    });
}
