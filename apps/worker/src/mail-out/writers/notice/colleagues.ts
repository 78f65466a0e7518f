import type { Pool } from 'pg';
import { textOf } from '@cueline/database';
import type { NoticeRecipient } from '@cueline/workflows';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';
import { addressed, recipientsOf, type Recipients } from '../step/recipients.js';

type Person = Readonly<Record<'name' | 'email', string>>;

const membersSql = `SELECT u.name, u.email FROM members m JOIN users u ON u.id = m.user_id
  WHERE m.studio_id = $1 AND ($2::member_role IS NULL OR m.role = $2::member_role) ORDER BY m.created_at, m.id`;

/** Whom a notice within the studio goes to; never the client or the one who asked, whatever the role. */
export async function colleaguesOf(
  pool: Pool,
  to: NoticeRecipient,
  studioId: string,
  context: RunContext,
): Promise<Recipients> {
  const { mailboxes, without } = await everybody(pool, to, studioId, context);
  const outside = [context.client, context.inquiry].map((row) => textOf(row?.['email'])?.toLowerCase());
  return { mailboxes: mailboxes.filter(({ address }) => !outside.includes(address.toLowerCase())), without };
}

async function everybody(
  pool: Pool,
  to: NoticeRecipient,
  studioId: string,
  context: RunContext,
): Promise<Recipients> {
  if (to.role === 'address') return recipientsOf(pool, to, studioId, context);
  if (to.role === 'staff') return recipientsOf(pool, { role: 'staff' }, studioId, context);
  const values = [studioId, to.role === 'owner' ? 'owner' : null];
  return addressed((await pool.query<Person>({ name: 'colleagues', text: membersSql, values })).rows);
}
