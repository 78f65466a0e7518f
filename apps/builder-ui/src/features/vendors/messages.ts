import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Vendors',
    create: 'New vendor',
    search: 'Search vendors',
    searchBy: 'Name or email',
    empty: 'No vendors yet.',
    name: 'Name',
    trade: 'Trade',
    contact: 'Contact',
    email: 'Email',
    phone: 'Phone',
    notLoaded: 'The vendor could not be loaded',
    missing: 'There is no such vendor.',
  },
  de: {
    title: 'Dienstleister',
    create: 'Neuer Dienstleister',
    search: 'Dienstleister suchen',
    searchBy: 'Name oder E-Mail',
    empty: 'Noch keine Dienstleister.',
    name: 'Name',
    trade: 'Gewerk',
    contact: 'Ansprechperson',
    email: 'E-Mail',
    phone: 'Telefon',
    notLoaded: 'Der Dienstleister konnte nicht geladen werden',
    missing: 'Diesen Dienstleister gibt es nicht.',
  },
});
