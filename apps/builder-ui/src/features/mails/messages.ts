import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Caught emails',
    stayHere: 'Emails stay on this machine: nobody has received them. Those that wait are in the',
    outbox: 'outbox',
    empty: 'No emails yet.',
    to: (address: string) => `to ${address}`,
    email: 'Email',
    plainText: 'Plain text',
    headers: 'Headers',
    theEmail: 'The email',
    notLoaded: 'The email could not be loaded',
  },
  de: {
    title: 'Abgefangene E-Mails',
    stayHere: 'E-Mails bleiben auf diesem Rechner: Niemand hat sie erhalten. Wartende stehen im',
    outbox: 'Postausgang',
    empty: 'Noch keine E-Mails.',
    to: (address) => `an ${address}`,
    email: 'E-Mail',
    plainText: 'Nur Text',
    headers: 'Kopfzeilen',
    theEmail: 'Die E-Mail',
    notLoaded: 'Die E-Mail konnte nicht geladen werden',
  },
});
