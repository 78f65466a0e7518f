import { catalogue, plural } from '../messages/catalogue.js';

export const m = catalogue({
  en: {
    searching: 'Searching…',
    noClient: (search: string) => `No clients match “${search}”.`,
    draft: 'Draft',
    live: 'Live',
    paused: 'Paused',
    archived: 'Archived',
    noteOptional: 'Note (optional)',
    noteAbout: 'Your team sees it on the run. The client does not.',
    problem: (count: number) => plural(count, { one: '# problem', other: '# problems' }),
  },
  de: {
    searching: 'Suche läuft…',
    noClient: (search) => `Kein Kunde passt zu „${search}“.`,
    draft: 'Entwurf',
    live: 'Aktiv',
    paused: 'Pausiert',
    archived: 'Archiviert',
    noteOptional: 'Notiz (optional)',
    noteAbout: 'Dein Team sieht sie am Durchlauf. Die Kundin oder der Kunde nicht.',
    problem: (count) => plural(count, { one: '# Problem', other: '# Probleme' }),
  },
});
