import type { Queryable } from '@cueline/database';
import type { NoticeRecipient } from '@cueline/workflows';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { membersOf } from './colleagues.sql.js';
import { addressed, recipientsOf, type Recipients } from '../step/recipients.js';

/** Whom a notice within the studio goes to; never the client or the one who asked, whatever the role. */
export async function colleaguesOf(
  pool: Queryable,
  to: NoticeRecipient,
  studioId: string,
  context: RunContext,
): Promise<Recipients> {
  const { mailboxes, without } = await everybody(pool, to, studioId, context);
  const outside = [context.client, context.inquiry].map((row) => row?.email?.toLowerCase());
  return { mailboxes: mailboxes.filter(({ address }) => !outside.includes(address.toLowerCase())), without };
}

async function everybody(
  pool: Queryable,
  to: NoticeRecipient,
  studioId: string,
  context: RunContext,
): Promise<Recipients> {
  if (to.role === 'address') return recipientsOf(pool, to, studioId, context);
  if (to.role === 'staff') return recipientsOf(pool, { role: 'staff' }, studioId, context);
  const role = to.role === 'owner' ? 'owner' : null;
  return addressed(await membersOf.rows(pool, { studioId, role }));
}
