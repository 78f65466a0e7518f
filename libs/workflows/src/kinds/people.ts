import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import { readAddress } from '../locale/email-address.js';
import { skipped, type NoEffect } from './outcome.js';

/** Somebody who may be written to. */
export interface Addressee {
  readonly name: string;
  readonly email: string | null;
}

/** People who are no record of a run's own: those on its booking, and those of the studio. */
export type PeopleList = 'staffOnBooking' | 'vendorsOnBooking' | 'owners' | 'members';
export type People = Readonly<Record<PeopleList, readonly Addressee[]>>;

/** One of the staff, by whom a step may name them. */
export interface NamedStaff {
  readonly id: string;
  readonly name: string;
}

export const nobody: People = { staffOnBooking: [], vendorsOnBooking: [], owners: [], members: [] };

/** Who is meant: people of the facts, or those of a list. */
export type Meant = { readonly people: readonly Addressee[] } | { readonly list: PeopleList };

export const peopleMeant = (meant: Meant, people: People): readonly Addressee[] =>
  'list' in meant ? people[meant.list] : meant.people;

/** The client, the staff member or the one who wrote an inquiry, as the facts have them; empty where there is none. */
export function personIn(facts: Facts, record: 'client' | 'staff' | 'inquiry'): readonly Addressee[] {
  if (!facts[record]) return [];
  const [name, email] = [
    factAt(facts, `${record}.${record === 'inquiry' ? 'name' : 'fullName'}`),
    factAt(facts, `${record}.email`),
  ];
  return [{ name: typeof name === 'string' ? name : '', email: typeof email === 'string' ? email : null }];
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Recipients {
  readonly mailboxes: readonly Mailbox[];
  /** People of the role who have no address that could be written to. */
  readonly without: readonly string[];
}

/** More names than this make no better greeting of an address. */
const NAMES = 5;

/**
 * Those of them who can be written to. Each address gets one mail, which says the same to whoever reads it there: people who share an address are named
 * together, and none of them alone.
 */
export function addressed(people: readonly Addressee[]): Recipients {
  const found = people.map(({ name, email }) => ({ name, read: readAddress(email ?? '') }));
  const together = new Map<string, { readonly address: string; readonly names: Set<string> }>();
  for (const { name, read } of found) {
    if (!read.ok) continue;
    const key = read.address.toLowerCase();
    const one = together.get(key) ?? { address: read.address, names: new Set() };
    if (name.trim()) one.names.add(name.trim());
    together.set(key, one);
  }
  return {
    mailboxes: [...together.values()].map(({ address, names }) => ({
      name: [...names].slice(0, NAMES).join(', '),
      address,
    })),
    without: found.filter(({ read }) => !read.ok).map(({ name }) => name),
  };
}

/** Why a step writes to nobody; undefined where there is somebody. */
export function nobodyToWriteTo(role: string, { mailboxes, without }: Recipients): NoEffect | undefined {
  if (mailboxes.length > 0) return undefined;
  const code = without.length > 0 ? 'recipient.noAddress' : 'recipient.none';
  return skipped(code, { role, people: without.join(', ') });
}
