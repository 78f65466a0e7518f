import type { Failure } from '../probe/stage.js';
import type { Diagnosis } from './cause.js';
import type { Tried } from './tried.js';

/** What the server calls a wrong password is often something else: at providers that never take the usual one, or with half a user name. */
export function signInCause({ said }: Failure, { probe, provider }: Tried): Diagnosis {
  const { credentials, address } = probe;
  if (credentials?.kind === 'oauth') return { cause: 'signInExpired' };
  if (
    provider?.signIn[0] === 'oauth' &&
    !provider.signIn.includes('appPassword') &&
    !provider.signIn.includes('password')
  )
    return { cause: 'signInOff' };
  if (provider?.signIn[0] === 'appPassword') return { cause: 'appPassword', field: 'password' };
  const user = credentials?.user ?? '';
  if (!user.includes('@') && address !== user && (!provider || provider.user === 'address'))
    return { cause: 'userName', field: 'user', proposal: { user: address } };
  if (provider?.switchOnPage && /disabled|not enabled|deaktiviert|freischalt/i.test(said))
    return { cause: 'switchedOff' };
  return { cause: 'password', field: 'password' };
}
