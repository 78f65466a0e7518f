import type { Facts, FactValue } from '@cueline/workflows';
import { firstNameOf, greetedAs, normalizeBlanks } from '@cueline/workflows/locale';
import type { RowOf } from '../client/columns.js';
import type { recordContext } from './record-context.sql.js';
import type { ClientRecord, InquiryRecord, InvoiceRecord, StaffRecord } from './shapes.js';

export type RecordContext = RowOf<typeof recordContext>;

/** A text; null where there is none. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const money = (amountMinor: number, currency: string): FactValue => ({ amountMinor, currency });
/** A name as it was entered, with one blank between its words. */
const nameOf = (...parts: readonly string[]): string | null => textOf(normalizeBlanks(parts.join(' ')));
const person = ({ firstName, lastName, email }: ClientRecord | StaffRecord) => ({
  // What a greeting says: no title, no initial.
  firstName: greetedAs(textOf(firstName)),
  lastName: nameOf(lastName),
  fullName: nameOf(firstName, lastName),
  email: textOf(email),
});

/** The records as the catalogue names and types their fields. A record that is missing has no facts. */
export function factsOf(records: RecordContext): Facts {
  const { booking, invoice, inquiry, project, task, message, client, staff, payment, brand } = records;
  return Object.fromEntries(
    Object.entries({
      client: client && {
        ...person(client),
        phone: textOf(client.phone),
        company: textOf(client.company),
        tags: client.tags,
        createdAt: client.createdAt,
      },
      booking: booking && {
        title: textOf(booking.title),
        kind: textOf(booking.kind),
        status: booking.status,
        startsAt: booking.startsAt,
        endsAt: booking.endsAt,
        location: textOf(booking.location),
      },
      inquiry: inquiry && inquiryFacts(inquiry),
      project: project && {
        name: textOf(project.name),
        stage: textOf(project.stage),
        dueOn: project.dueOn,
        galleryUrl: textOf(project.galleryUrl),
      },
      invoice: invoice && invoiceFacts(invoice),
      payment: payment && {
        amount: money(payment.amountMinor, payment.currency),
        method: textOf(payment.method),
        receivedAt: payment.receivedAt,
      },
      task: task && {
        title: textOf(task.title),
        notes: textOf(task.notes),
        status: task.status,
        dueAt: task.dueAt,
      },
      message: message && {
        from: textOf(message.fromAddress),
        subject: textOf(message.subject),
        text: textOf(message.replyText) ?? textOf(message.text),
        receivedAt: message.occurredAt,
      },
      staff: staff && { ...person(staff), position: textOf(staff.position) },
      brand: brand && {
        name: textOf(brand.name),
        zone: textOf(brand.zone),
        currency: textOf(brand.currency),
      },
      studio: { name: records.studioName },
    }).filter(([, facts]) => facts !== null),
  ) as Facts;
}

const inquiryFacts = (inquiry: InquiryRecord) => ({
  name: nameOf(inquiry.name),
  firstName: firstNameOf(textOf(inquiry.name)),
  email: textOf(inquiry.email),
  phone: textOf(inquiry.phone),
  kind: textOf(inquiry.kind),
  message: textOf(inquiry.message),
  eventOn: inquiry.eventOn,
  status: inquiry.status,
});

const invoiceFacts = ({ currency, totalMinor, paidMinor, ...invoice }: InvoiceRecord) => ({
  number: textOf(invoice.number),
  status: invoice.status,
  total: money(totalMinor, currency),
  paid: money(paidMinor, currency),
  balance: money(totalMinor - paidMinor, currency),
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
});
