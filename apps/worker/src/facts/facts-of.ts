import type { FactValue, Facts } from '@cueline/workflows';
import type { Records } from './records-sql.js';

type Row = Readonly<Record<string, unknown>>;

/** A text of a row; null where it holds none. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const instant = (value: unknown): string | null =>
  typeof value === 'string' ? new Date(value).toISOString() : null;
const money = (amount: unknown, currency: unknown): FactValue => ({
  amountMinor: Number(amount),
  currency: String(currency),
});
const fullName = (row: Row) => [row['first_name'], row['last_name']].filter(Boolean).join(' ');
const person = (row: Row) => ({
  firstName: text(row['first_name']),
  lastName: text(row['last_name']),
  fullName: text(fullName(row)),
  email: text(row['email']),
});

/** The rows as the catalogue names and types them. A record that is missing has no facts. */
export function factsOf(records: Records): Facts {
  const { booking, invoice, inquiry, project, task, message, client, staff, payment, brand } = records;
  return Object.fromEntries(
    Object.entries({
      client: client && {
        ...person(client),
        phone: text(client['phone']),
        company: text(client['company']),
        tags: client['tags'] as string[],
        createdAt: instant(client['created_at']),
      },
      booking: booking && {
        title: text(booking['title']),
        kind: text(booking['kind']),
        status: text(booking['status']),
        startsAt: instant(booking['starts_at']),
        endsAt: instant(booking['ends_at']),
        location: text(booking['location']),
      },
      inquiry: inquiry && inquiryFacts(inquiry),
      project: project && {
        name: text(project['name']),
        stage: text(project['stage']),
        dueOn: text(project['due_on']),
        galleryUrl: text(project['gallery_url']),
      },
      invoice: invoice && invoiceFacts(invoice),
      payment: payment && {
        amount: money(payment['amount_minor'], payment['currency']),
        method: text(payment['method']),
        receivedAt: instant(payment['received_at']),
      },
      task: task && {
        title: text(task['title']),
        notes: text(task['notes']),
        status: text(task['status']),
        dueAt: instant(task['due_at']),
      },
      message: message && {
        from: text(message['from_address']),
        subject: text(message['subject']),
        text: text(message['text']),
        receivedAt: instant(message['occurred_at']),
      },
      staff: staff && { ...person(staff), position: text(staff['position']) },
      brand: brand && {
        name: text(brand['name']),
        zone: text(brand['zone']),
        currency: text(brand['currency']),
      },
      studio: { name: records.studio_name },
    }).filter(([, facts]) => facts !== null),
  ) as Facts;
}

const inquiryFacts = (inquiry: Row) => ({
  name: text(inquiry['name']),
  firstName: text((text(inquiry['name']) ?? '').split(' ')[0]),
  email: text(inquiry['email']),
  phone: text(inquiry['phone']),
  kind: text(inquiry['kind']),
  message: text(inquiry['message']),
  eventOn: text(inquiry['event_on']),
  status: text(inquiry['status']),
});

const invoiceFacts = (invoice: Row) => ({
  number: text(invoice['number']),
  status: text(invoice['status']),
  total: money(invoice['total_minor'], invoice['currency']),
  paid: money(invoice['paid_minor'], invoice['currency']),
  balance: money(Number(invoice['total_minor']) - Number(invoice['paid_minor']), invoice['currency']),
  issuedOn: text(invoice['issued_on']),
  dueOn: text(invoice['due_on']),
});
