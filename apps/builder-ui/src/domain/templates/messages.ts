import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    name: 'Name',
    nameAbout: 'Your own name for it; clients do not see it',
    create: 'Create',
    template: 'Template',
    newTemplate: 'New template',
    notLoaded: 'This template could not be loaded',
    missing: 'This template doesn’t exist.',
    dear: 'Dear ',
    friend: 'friend',
    hello: 'Hello,',
  },
  de: {
    name: 'Name',
    nameAbout: 'Dein eigener Name dafür; Kunden sehen ihn nicht',
    create: 'Anlegen',
    template: 'Vorlage',
    newTemplate: 'Neue Vorlage',
    notLoaded: 'Diese Vorlage konnte nicht geladen werden',
    missing: 'Diese Vorlage gibt es nicht.',
    dear: 'Hallo ',
    friend: 'du',
    hello: 'Hallo,',
  },
});
