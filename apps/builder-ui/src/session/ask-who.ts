import type { account } from '@cueline/contracts';
import { session, type Person } from './session.js';
import { m } from './messages.js';

export const personOf = ({ user, studio }: account.Me): Person | undefined =>
  user
    ? { userId: user.id, name: user.name, email: user.email, studioId: studio.id, studio: studio.name }
    : undefined;

/** Asks the server who is signed in, whoever that is. @throws Error the server cannot be reached, or lets nobody in */
export async function askWho(): Promise<void> {
  const state = session.view();
  const headers: HeadersInit = state.type === 'unknown' ? {} : { 'x-cueline-studio': state.person.studioId };
  const mine = await fetch('/api/v1/me', { headers });
  // A member of other studios only: then of the one that the server chooses.
  const response = mine.status === 403 ? await fetch('/api/v1/me') : mine;
  if (response.status === 401) return session.ended();
  if (!response.ok) throw new Error(m.tryAgain);
  const person = personOf((await response.json()) as account.Me);
  if (person) session.found(person);
}
