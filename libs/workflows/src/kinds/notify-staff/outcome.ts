import type { Facts } from '../../catalogue/field.js';
import { failed, type NoEffect } from '../outcome.js';
import {
  addressed,
  nobodyToWriteTo,
  peopleMeant,
  personIn,
  type Meant,
  type People,
  type Recipients,
} from '../people.js';
import type { Fill } from '../filled.js';
import type { NoticeRecipient, NotifyStaffStep } from './step.js';

/** Whom a notice is for, as the facts of this moment have them. */
export function noticeMeantBy(to: NoticeRecipient, facts: Facts): Meant {
  switch (to.role) {
    case 'address':
      return { people: [{ name: '', email: to.address }] };
    case 'staff':
      return facts['staff'] ? { people: personIn(facts, 'staff') } : { list: 'staffOnBooking' };
    case 'owner':
      return { list: 'owners' };
    case 'members':
      return { list: 'members' };
  }
}

/** Never the client or the one who wrote the inquiry, whatever the role. */
export function noticeRecipientsOf(to: NoticeRecipient, facts: Facts, people: People): Recipients {
  const { mailboxes, without } = addressed(peopleMeant(noticeMeantBy(to, facts), people));
  const outside = [...personIn(facts, 'client'), ...personIn(facts, 'inquiry')].map(({ email }) =>
    email?.toLowerCase(),
  );
  return { mailboxes: mailboxes.filter(({ address }) => !outside.includes(address.toLowerCase())), without };
}

export const noticeRefusal = ({ to }: NotifyStaffStep, recipients: Recipients): NoEffect | undefined =>
  nobodyToWriteTo(to.role, recipients);

/** The subject and the text of a notice, by the facts of this moment. */
export type NoticeContent = { readonly ok: true; readonly subject: string; readonly text: string } | NoEffect;

/** @param studio its name, for a notice whose subject comes out empty */
export function noticeContentOf(
  { subject, text }: NotifyStaffStep,
  fill: Fill,
  studio: string,
): NoticeContent {
  const filled = fill(subject, text);
  if (!filled.ok) return failed(filled.code, filled.params);
  return { ok: true, subject: filled.line || `A notice of ${studio}`, text: filled.text };
}
