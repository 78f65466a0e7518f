import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Projects',
    search: 'Search projects',
    empty: 'No projects yet.',
    name: 'Name',
    client: 'Client',
    stage: 'Stage',
    due: 'Due',
    gallery: 'Gallery',
    bookings: 'Bookings',
    about: 'About',
    writeEmail: 'Write an email',
    notLoaded: 'The project could not be loaded',
    missing: 'There is no such project.',
  },
  de: {
    title: 'Projekte',
    search: 'Projekte suchen',
    empty: 'Noch keine Projekte.',
    name: 'Name',
    client: 'Kunde',
    stage: 'Stufe',
    due: 'Fällig',
    gallery: 'Galerie',
    bookings: 'Buchungen',
    about: 'Überblick',
    writeEmail: 'E-Mail schreiben',
    notLoaded: 'Das Projekt konnte nicht geladen werden',
    missing: 'Dieses Projekt gibt es nicht.',
  },
});
