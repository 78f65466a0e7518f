import type { EventType } from '@cueline/workflows';
import { blankDocument, type BlockDocument } from '@cueline/email/blocks';
import { blocksOf, line } from './parts.js';
import { m } from './messages.js';

/** Texts to begin with, by what they are about. */
export type Starter = keyof typeof m.texts;

export const starters = Object.keys(m.texts) as Starter[];

/** What has happened when such an email is sent: the fields that it uses are there then. */
const events: Readonly<Record<Starter, EventType>> = {
  welcome: 'booking.created',
  reminder: 'booking.created',
  inquiry: 'inquiry.received',
  invoice: 'invoice.issued',
  gallery: 'gallery.delivered',
  review: 'booking.completed',
};
export const starterEvent = (starter: Starter): EventType => events[starter];

export function starterDocument(starter: Starter): BlockDocument {
  const { subject, preheader, text } = m.texts[starter];
  return { ...blankDocument(), subject: line(subject), preheader: line(preheader), blocks: blocksOf(text) };
}
