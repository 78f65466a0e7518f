import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Clients',
    create: 'New client',
    search: 'Search clients',
    searchBy: 'Name, company or email',
    empty: 'No clients yet.',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Email',
    phone: 'Phone',
    tags: 'Tags',
    submit: 'Create',
    suppressed: {
      unsubscribed: () => 'Unsubscribed',
      bounced: () => 'Email comes back',
      complained: () => 'Reported spam',
      manual: (all: boolean) => (all ? 'No email' : 'No marketing'),
    },
  },
  de: {
    title: 'Kunden',
    create: 'Neuer Kunde',
    search: 'Kunden suchen',
    searchBy: 'Name, Firma oder E-Mail',
    empty: 'Noch keine Kunden.',
    name: 'Name',
    firstName: 'Vorname',
    lastName: 'Nachname',
    email: 'E-Mail',
    phone: 'Telefon',
    tags: 'Schlagwörter',
    submit: 'Anlegen',
    suppressed: {
      unsubscribed: () => 'Abbestellt',
      bounced: () => 'E-Mails kommen zurück',
      complained: () => 'Als Spam gemeldet',
      manual: (all: boolean) => (all ? 'Keine E-Mails' : 'Keine Werbung'),
    },
  },
});
