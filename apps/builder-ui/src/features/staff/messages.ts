import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Staff',
    create: 'New staff member',
    search: 'Search staff',
    searchBy: 'Name or email',
    empty: 'No staff yet.',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    position: 'Position',
    email: 'Email',
    notLoaded: 'The staff member could not be loaded',
    missing: 'There is no such staff member.',
  },
  de: {
    title: 'Mitarbeitende',
    create: 'Neues Teammitglied',
    search: 'Mitarbeitende suchen',
    searchBy: 'Name oder E-Mail',
    empty: 'Noch keine Mitarbeitenden.',
    name: 'Name',
    firstName: 'Vorname',
    lastName: 'Nachname',
    position: 'Aufgabe',
    email: 'E-Mail',
    notLoaded: 'Das Teammitglied konnte nicht geladen werden',
    missing: 'Dieses Teammitglied gibt es nicht.',
  },
});
