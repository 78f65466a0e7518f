import { parseAddress, type Mailbox } from '@cueline/email';
import type { Recipient } from '@cueline/workflows';
import type { Queryable } from '@cueline/database';
import { peopleOnBooking } from './step-mails.sql.js';
import type { RunContext } from '../../../engine/record-context/run-context.repository.js';

/** Somebody who may be written to. */
export interface Addressee {
  readonly name: string;
  readonly email: string | null;
}

export interface Recipients {
  readonly mailboxes: readonly Mailbox[];
  /** People of the role who have no address that could be written to. */
  readonly without: readonly string[];
}

const named = ({ firstName, lastName, email }: Named): Addressee => ({
  name: [firstName, lastName].filter(Boolean).join(' '),
  email,
});
type Named = Readonly<Record<'firstName' | 'lastName', string>> & Pick<Addressee, 'email'>;

/** Whom a role means for this run, as the record stands now. */
export async function recipientsOf(
  pool: Queryable,
  to: Recipient,
  studioId: string,
  context: RunContext,
): Promise<Recipients> {
  const bookingId = context.booking?.id;
  switch (to.role) {
    case 'address':
      return addressed([{ name: '', email: to.address }]);
    case 'client':
      return addressed(context.client ? [named(context.client)] : []);
    case 'inquirer':
      return addressed(context.inquiry ? [context.inquiry] : []);
    case 'staff':
      if (context.staff) return addressed([named(context.staff)]);
      return addressed(
        bookingId ? (await peopleOnBooking.staff.rows(pool, { studioId, bookingId })).map(named) : [],
      );
    case 'vendors':
      return addressed(bookingId ? await peopleOnBooking.vendors.rows(pool, { studioId, bookingId }) : []);
  }
}

/** More names than this make no better greeting of an address. */
const NAMES = 5;

/**
 * Those of them who can be written to. Each address gets one mail, which says the same to whoever reads it there: people who share an address are named
 * together, and none of them alone.
 */
export function addressed(people: readonly Addressee[]): Recipients {
  const found = people.map(({ name, email }) => ({ name, address: parseAddress(email ?? '') }));
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
