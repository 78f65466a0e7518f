import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Attachments',
    attach: 'Attach a file',
    calendarFile: 'The booking’s calendar file',
    calendarFileAbout:
      'The client’s calendar takes the entry. The file of a later email moves it, or takes it out.',
    remove: (name: string) => `Remove ${name}`,
    aFile: 'File',
    size: (size: string, unit: string) => `${size} ${unit}`,
    notAttached: 'The file is not attached',
  },
  de: {
    title: 'Anhänge',
    attach: 'Datei anhängen',
    calendarFile: 'Die Kalenderdatei der Buchung',
    calendarFileAbout:
      'Der Kalender des Kunden nimmt den Eintrag auf. Die Datei einer späteren E-Mail verlegt ihn oder nimmt ihn heraus.',
    remove: (name) => `${name} entfernen`,
    aFile: 'Datei',
    size: (size, unit) => `${size} ${unit}`,
    notAttached: 'Die Datei ist nicht angehängt',
  },
});
