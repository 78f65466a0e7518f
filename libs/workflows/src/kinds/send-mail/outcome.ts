import type { Facts } from '../../catalogue/field.js';
import { skipped, type NoEffect } from '../outcome.js';
import {
  addressed,
  nobodyToWriteTo,
  peopleMeant,
  personIn,
  type Meant,
  type People,
  type Recipients,
} from '../people.js';
import type { Recipient, SendMailStep } from './step.js';

/** Whom a role means, as the facts of this moment have them. */
export function meantBy(to: Recipient, facts: Facts): Meant {
  switch (to.role) {
    case 'address':
      return { people: [{ name: '', email: to.address }] };
    case 'client':
      return { people: personIn(facts, 'client') };
    case 'inquirer':
      return { people: personIn(facts, 'inquiry') };
    case 'staff':
      return facts['staff'] ? { people: personIn(facts, 'staff') } : { list: 'staffOnBooking' };
    case 'vendors':
      return { list: 'vendorsOnBooking' };
  }
}

export const recipientsOf = (to: Recipient, facts: Facts, people: People): Recipients =>
  addressed(peopleMeant(meantBy(to, facts), people));

/** Why the step writes to none of its recipients; undefined where it may. */
export const mailRefusal = (
  { to, category }: SendMailStep,
  recipients: Recipients,
  optedOut: boolean,
): NoEffect | undefined =>
  nobodyToWriteTo(to.role, recipients) ??
  (category === 'marketing' && to.role === 'client' && optedOut ? skipped('recipient.optedOut') : undefined);

/** A mail would carry what a stranger entered and no machine sends on. @param found what it is */
export const advertisementRefusal = (found: object): NoEffect => skipped('mail.nameAdvertises', found);
