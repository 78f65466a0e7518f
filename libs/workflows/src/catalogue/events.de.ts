import type { EventType } from './event-types.js';
import type { internalEvents } from './internal-events.js';

/** What happens, in German: an event without a name does not compile. `when`: "wenn eine Buchung angelegt wird". */
export const eventsDe: Readonly<Record<EventType, { readonly label: string; readonly when: string }>> = {
  'booking.created': { label: 'Eine Buchung wird angelegt', when: 'eine Buchung angelegt wird' },
  'booking.confirmed': { label: 'Eine Buchung wird bestätigt', when: 'eine Buchung bestätigt wird' },
  'booking.rescheduled': { label: 'Eine Buchung wird verschoben', when: 'eine Buchung verschoben wird' },
  'booking.cancelled': { label: 'Eine Buchung wird abgesagt', when: 'eine Buchung abgesagt wird' },
  'booking.completed': { label: 'Ein Termin ist abgeschlossen', when: 'ein Termin abgeschlossen ist' },
  'staff.assigned': {
    label: 'Jemand wird einer Buchung zugeteilt',
    when: 'jemand einer Buchung zugeteilt wird',
  },
  'invoice.issued': { label: 'Eine Rechnung wird ausgestellt', when: 'eine Rechnung ausgestellt wird' },
  'invoice.due': { label: 'Eine Rechnung wird fällig', when: 'eine Rechnung fällig wird' },
  'invoice.overdue': { label: 'Eine Rechnung ist überfällig', when: 'eine Rechnung überfällig ist' },
  'invoice.paid': { label: 'Eine Rechnung ist bezahlt', when: 'eine Rechnung bezahlt ist' },
  'payment.received': { label: 'Eine Zahlung geht ein', when: 'eine Zahlung eingeht' },
  'inquiry.received': { label: 'Eine Anfrage geht ein', when: 'eine Anfrage eingeht' },
  'project.stage_changed': {
    label: 'Ein Projekt kommt in eine andere Phase',
    when: 'ein Projekt in eine andere Phase kommt',
  },
  'gallery.delivered': { label: 'Eine Galerie wird geliefert', when: 'eine Galerie geliefert wird' },
  'task.assigned': { label: 'Eine Aufgabe wird zugeteilt', when: 'eine Aufgabe zugeteilt wird' },
  'form.answered': { label: 'Ein Formular wird beantwortet', when: 'ein Formular beantwortet wird' },
  'client.unsubscribed': {
    label: 'Ein Kunde lehnt Werbung ab',
    when: 'ein Kunde Werbung ablehnt',
  },
  'mail.received': { label: 'Eine E-Mail geht ein', when: 'eine E-Mail eingeht' },
  'mail.replied': { label: 'Ein Kunde antwortet', when: 'ein Kunde antwortet' },
  'mail.bounced': { label: 'Eine E-Mail kommt zurück', when: 'eine E-Mail zurückkommt' },
  'mail.complained': {
    label: 'Eine E-Mail wird als Spam gemeldet',
    when: 'eine E-Mail als Spam gemeldet wird',
  },
};

export const eventGroupsDe: Readonly<Record<string, string>> = {
  Bookings: 'Buchungen',
  Team: 'Team',
  Invoices: 'Rechnungen',
  Inquiries: 'Anfragen',
  Projects: 'Projekte',
  Clients: 'Kunden',
  Mail: 'E-Mail',
};

export const internalEventsDe: Readonly<Record<(typeof internalEvents)[number]['type'], string>> = {
  'workflow.requested': 'Ein anderer Ablauf hat darum gebeten',
  'record.changed': 'Der Datensatz wurde angelegt oder geändert',
};
