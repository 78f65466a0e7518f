import type { Facts } from '../catalogue/field.js';
import { factAt } from '../conditions/evaluate.js';
import type { Recipient } from '../kinds/send-mail/step.js';

/** Addresses of those on the booking, which stand in no fact. */
export interface PeopleOnIt {
  readonly staff: readonly string[];
  readonly vendors: readonly string[];
}

/** Who stands in for them where there is no booking to ask. */
export const samplePeople: PeopleOnIt = { staff: ['jo@example.test'], vendors: ['venue@example.test'] };

/** Addresses of a role, as the facts of that moment have them. */
export function recipientsOf(to: Recipient, facts: Facts, people: PeopleOnIt): readonly string[] {
  switch (to.role) {
    case 'address':
      return filled(to.address);
    case 'client':
      return filled(factAt(facts, 'client.email'));
    case 'inquirer':
      return filled(factAt(facts, 'inquiry.email'));
    case 'staff':
      return facts['staff'] ? filled(factAt(facts, 'staff.email')) : people.staff;
    case 'vendors':
      return people.vendors;
  }
}

const filled = (address: unknown): readonly string[] =>
  typeof address === 'string' && address !== '' ? [address] : [];
