import { catalogue, plural } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Templates',
    about: 'The emails that workflows send, filled in for each client.',
    create: 'New template',
    search: 'Search templates',
    searchBy: 'Name or subject',
    empty: 'No templates yet. Write the first one; workflows send it.',
    noSubject: 'No subject yet',
    usedIn: (count: number) => plural(count, { one: 'Used in # workflow', other: 'Used in # workflows' }),
    notUsed: 'Not used',
    problem: (count: number) => plural(count, { one: '# problem', other: '# problems' }),
  },
  de: {
    title: 'Vorlagen',
    about: 'Die E-Mails, die Abläufe senden, für jeden Kunden ausgefüllt.',
    create: 'Neue Vorlage',
    search: 'Vorlagen suchen',
    searchBy: 'Name oder Betreff',
    empty: 'Noch keine Vorlagen. Schreibe die erste; Abläufe senden sie.',
    noSubject: 'Noch kein Betreff',
    usedIn: (count) => plural(count, { one: 'Verwendet in # Ablauf', other: 'Verwendet in # Abläufen' }),
    notUsed: 'Nicht verwendet',
    problem: (count) => plural(count, { one: '# Problem', other: '# Probleme' }),
  },
});
