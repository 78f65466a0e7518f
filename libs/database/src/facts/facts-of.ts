import type { FactValue, Facts } from '@cueline/workflows';
import { firstNameOf, greetedAs, normalizeBlanks } from '@cueline/workflows/locale';
import type { Records } from './records-sql.js';

type Row = Readonly<Record<string, unknown>>;

/** A text of a row; null where it holds none. */
export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const instant = (value: unknown): string | null =>
  typeof value === 'string' ? new Date(value).toISOString() : null;
const money = (amount: unknown, currency: unknown): FactValue => ({
  amountMinor: Number(amount),
  currency: String(currency),
});
/** A name as it was entered, with one blank between its words. */
const nameOf = (...parts: readonly unknown[]): string | null =>
  textOf(normalizeBlanks(parts.map((part) => textOf(part) ?? '').join(' ')));
const person = (row: Row) => ({
  // What a greeting says: no title, no initial.
  firstName: greetedAs(textOf(row['first_name'])),
  lastName: nameOf(row['last_name']),
  fullName: nameOf(row['first_name'], row['last_name']),
  email: textOf(row['email']),
});

/** The rows as the catalogue names and types them. A record that is missing has no facts. */
export function factsOf(records: Records): Facts {
  const { booking, invoice, inquiry, project, task, message, client, staff, payment, brand } = records;
  return Object.fromEntries(
    Object.entries({
      client: client && {
        ...person(client),
        phone: textOf(client['phone']),
        company: textOf(client['company']),
        tags: client['tags'] as string[],
        createdAt: instant(client['created_at']),
      },
      booking: booking && {
        title: textOf(booking['title']),
        kind: textOf(booking['kind']),
        status: textOf(booking['status']),
        startsAt: instant(booking['starts_at']),
        endsAt: instant(booking['ends_at']),
        location: textOf(booking['location']),
      },
      inquiry: inquiry && inquiryFacts(inquiry),
      project: project && {
        name: textOf(project['name']),
        stage: textOf(project['stage']),
        dueOn: textOf(project['due_on']),
        galleryUrl: textOf(project['gallery_url']),
      },
      invoice: invoice && invoiceFacts(invoice),
      payment: payment && {
        amount: money(payment['amount_minor'], payment['currency']),
        method: textOf(payment['method']),
        receivedAt: instant(payment['received_at']),
      },
      task: task && {
        title: textOf(task['title']),
        notes: textOf(task['notes']),
        status: textOf(task['status']),
        dueAt: instant(task['due_at']),
      },
      message: message && {
        from: textOf(message['from_address']),
        subject: textOf(message['subject']),
        text: textOf(message['text']),
        receivedAt: instant(message['occurred_at']),
      },
      staff: staff && { ...person(staff), position: textOf(staff['position']) },
      brand: brand && {
        name: textOf(brand['name']),
        zone: textOf(brand['zone']),
        currency: textOf(brand['currency']),
      },
      studio: { name: records.studio_name },
    }).filter(([, facts]) => facts !== null),
  ) as Facts;
}

const inquiryFacts = (inquiry: Row) => ({
  name: nameOf(inquiry['name']),
  firstName: firstNameOf(textOf(inquiry['name'])),
  email: textOf(inquiry['email']),
  phone: textOf(inquiry['phone']),
  kind: textOf(inquiry['kind']),
  message: textOf(inquiry['message']),
  eventOn: textOf(inquiry['event_on']),
  status: textOf(inquiry['status']),
});

const invoiceFacts = (invoice: Row) => ({
  number: textOf(invoice['number']),
  status: textOf(invoice['status']),
  total: money(invoice['total_minor'], invoice['currency']),
  paid: money(invoice['paid_minor'], invoice['currency']),
  balance: money(Number(invoice['total_minor']) - Number(invoice['paid_minor']), invoice['currency']),
  issuedOn: textOf(invoice['issued_on']),
  dueOn: textOf(invoice['due_on']),
});
