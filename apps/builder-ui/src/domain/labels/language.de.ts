import type { EventType, Operator, StepKind } from '@cueline/workflows';

/** What the workflow language calls its parts, in German: a kind, an event or an operator without a name does not compile. */
export const kindsDe: Readonly<Record<StepKind, { readonly label: string; readonly hint: string }>> = {
  sendMail: {
    label: 'E-Mail senden',
    hint: 'Eine Vorlage geht an Kunden, Dienstleister, Team oder eine Adresse',
  },
  wait: {
    label: 'Warten',
    hint: 'Eine Zeit lang, bis ein Termin näher rückt oder bis zu den Geschäftszeiten',
  },
  decide: { label: 'Entscheiden', hint: 'Verschiedene Wege, je nachdem, was die Daten dann sagen' },
  createTask: { label: 'Aufgabe anlegen', hint: 'Etwas zu tun für das Studio oder jemanden aus dem Team' },
  updateRecord: {
    label: 'Daten ändern',
    hint: 'Ein Feld von Kunde, Buchung, Projekt oder Aufgabe ändern',
  },
  waitForEvent: {
    label: 'Auf Ereignis warten',
    hint: 'Bis der Kunde antwortet, zahlt oder etwas anderes geschieht, oder eine Zeit lang',
  },
  approve: {
    label: 'Freigabe einholen',
    hint: 'Jemand aus dem Studio gibt frei oder lehnt ab, bevor der Durchlauf weitergeht',
  },
  startWorkflow: {
    label: 'Ablauf starten',
    hint: 'Ein anderer Ablauf, oder dieser noch einmal, startet für denselben Datensatz',
  },
  notifyStaff: {
    label: 'Team benachrichtigen',
    hint: 'Eine E-Mail im Studio: an Inhaber, Team oder eine Adresse',
  },
  callWebhook: {
    label: 'Webhook aufrufen',
    hint: 'Ein anderes Programm erfährt es, signiert, mit den Feldern deiner Wahl',
  },
  end: { label: 'Ende', hint: 'Der Durchlauf endet hier' },
};

/** `when`: "wenn eine Buchung angelegt wird". */
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

export const operatorsDe: Readonly<Record<Operator, string>> = {
  is: 'ist',
  isNot: 'ist nicht',
  isOneOf: 'ist eins von',
  contains: 'enthält',
  startsWith: 'beginnt mit',
  isEmpty: 'ist leer',
  isNotEmpty: 'ist nicht leer',
  equals: 'ist genau',
  lessThan: 'ist kleiner als',
  atMost: 'ist höchstens',
  moreThan: 'ist größer als',
  atLeast: 'ist mindestens',
  before: 'liegt vor',
  after: 'liegt nach',
  withinNextDays: 'liegt in den nächsten',
  withinLastDays: 'liegt in den letzten',
  isTrue: 'ist ja',
  isFalse: 'ist nein',
  includes: 'umfasst',
  excludes: 'umfasst nicht',
};

/** Dates that are counted from, as after "vor" and "nach". */
export const anchorsDe: Readonly<Record<string, string>> = {
  'booking.startsAt': 'dem Termin',
  'booking.endsAt': 'dem Ende des Termins',
  'invoice.dueOn': 'der Fälligkeit der Rechnung',
  'invoice.issuedOn': 'dem Datum der Rechnung',
  'payment.receivedAt': 'der Zahlung',
  'project.dueOn': 'der Fälligkeit des Projekts',
  'inquiry.eventOn': 'dem Wunschtermin',
  'task.dueAt': 'der Fälligkeit der Aufgabe',
  'message.receivedAt': 'der E-Mail',
};
