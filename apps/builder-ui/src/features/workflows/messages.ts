import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Workflows',
    create: 'New workflow',
    empty: 'No workflows yet. Make the first one.',
    name: 'Name',
    state: 'State',
    activeRuns: 'Active runs',
    lastRun: 'Last run',
    problems: 'Problems',
    submit: 'Create',
  },
  de: {
    title: 'Abläufe',
    create: 'Neuer Ablauf',
    empty: 'Noch keine Abläufe. Lege den ersten an.',
    name: 'Name',
    state: 'Status',
    activeRuns: 'Laufende Durchläufe',
    lastRun: 'Letzter Durchlauf',
    problems: 'Probleme',
    submit: 'Anlegen',
  },
});
