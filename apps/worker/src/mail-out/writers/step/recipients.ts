import type { Pool } from 'pg';
import { parseAddress, type Mailbox } from '@cueline/email';
import type { Recipient } from '@cueline/workflows';
import { textOf } from '@cueline/database';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';

type Row = Readonly<Record<string, unknown>>;

export interface Recipients {
  readonly mailboxes: readonly Mailbox[];
  /** People of the role who have no address that could be written to. */
  readonly without: readonly string[];
}

const nameOf = (row: Row) =>
  [row['first_name'], row['last_name']].filter(Boolean).join(' ') || (textOf(row['name']) ?? '');

/** Whom a role means for this run, as the record stands now. */
export async function recipientsOf(
  pool: Pool,
  to: Recipient,
  studioId: string,
  context: RunContext,
): Promise<Recipients> {
  switch (to.role) {
    case 'address':
      return addressed([{ name: '', email: to.address }]);
    case 'client':
      return addressed(context.client ? [context.client] : []);
    case 'inquirer':
      return addressed(context.inquiry ? [context.inquiry] : []);
    case 'staff':
      return addressed(context.staff ? [context.staff] : await onBooking(pool, 'staff', studioId, context));
    case 'vendors':
      return addressed(await onBooking(pool, 'vendors', studioId, context));
  }
}

const bookingSql = {
  staff: `SELECT s.first_name, s.last_name, s.email FROM booking_staff x JOIN staff s ON s.studio_id = x.studio_id AND s.id = x.staff_id
    WHERE x.studio_id = $1 AND x.booking_id = $2 AND s.archived_at IS NULL ORDER BY s.id`,
  vendors: `SELECT v.name, v.email FROM booking_vendors x JOIN vendors v ON v.studio_id = x.studio_id AND v.id = x.vendor_id
    WHERE x.studio_id = $1 AND x.booking_id = $2 AND v.archived_at IS NULL ORDER BY v.id`,
};

async function onBooking(
  pool: Pool,
  who: keyof typeof bookingSql,
  studioId: string,
  { booking }: RunContext,
): Promise<Row[]> {
  if (!booking) return [];
  return (
    await pool.query<Row>({
      name: `booking-${who}`,
      text: bookingSql[who],
      values: [studioId, booking['id']],
    })
  ).rows;
}

/** More names than this make no better greeting of an address. */
const NAMES = 5;

/**
 * Those of them who can be written to. Each address gets one mail, which says the same to whoever reads it there: people who share an address are named
 * together, and none of them alone.
 */
export function addressed(people: readonly Row[]): Recipients {
  const found = people.map((row) => ({
    name: nameOf(row),
    address: parseAddress(textOf(row['email']) ?? ''),
  }));
  const together = new Map<string, { readonly address: string; readonly names: Set<string> }>();
  for (const { name, address } of found) {
    if (!address) continue;
    const one = together.get(address.toLowerCase()) ?? { address, names: new Set() };
    if (name.trim()) one.names.add(name.trim());
    together.set(address.toLowerCase(), one);
  }
  return {
    mailboxes: [...together.values()].map(({ address, names }) => ({
      name: [...names].slice(0, NAMES).join(', '),
      address,
    })),
    without: found.filter(({ address }) => !address).map(({ name }) => name),
  };
}
