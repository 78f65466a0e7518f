import { catalogue, plural } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Templates',
    about: 'The emails that workflows send, filled in for each client.',
    create: 'New template',
    search: 'Search templates',
    searchBy: 'Name or subject',
    which: 'Which templates',
    shown: {
      active: { label: 'Active', empty: 'No templates yet. Write the first one; workflows send it.' },
      archived: { label: 'Archived', empty: 'No archived templates.' },
    },
    moreOf: (name: string) => `More: ${name}`,
    duplicate: 'Duplicate',
    copyOf: (name: string) => `Copy of ${name}`,
    notCopied: 'The copy could not be made',
    archiveMenu: 'Archive…',
    archive: 'Archive',
    cancel: 'Cancel',
    archiveOf: (name: string) => `Archive “${name}”?`,
    archiveMeans: 'It moves to the archived templates and is offered no more. You can bring it back.',
    archiveUsedMeans: (count: number) =>
      plural(count, {
        one: '# workflow sends it and cannot be published until another one takes its place. Runs in progress go on sending it. You can bring it back.',
        other:
          '# workflows send it and cannot be published until another one takes its place. Runs in progress go on sending it. You can bring it back.',
      }),
    unarchive: 'Unarchive',
    archived: (name: string) => `“${name}” is archived.`,
    unarchived: (name: string) => `“${name}” is active again.`,
    notUnarchived: 'It could not be brought back',
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
    which: 'Welche Vorlagen',
    shown: {
      active: { label: 'Aktiv', empty: 'Noch keine Vorlagen. Schreibe die erste; Abläufe senden sie.' },
      archived: { label: 'Archiviert', empty: 'Keine archivierten Vorlagen.' },
    },
    moreOf: (name) => `Mehr: ${name}`,
    duplicate: 'Duplizieren',
    copyOf: (name) => `Kopie von ${name}`,
    notCopied: 'Die Kopie konnte nicht angelegt werden',
    archiveMenu: 'Archivieren…',
    archive: 'Archivieren',
    cancel: 'Abbrechen',
    archiveOf: (name) => `„${name}“ archivieren?`,
    archiveMeans:
      'Sie kommt zu den archivierten Vorlagen und wird nicht mehr angeboten. Du kannst sie zurückholen.',
    archiveUsedMeans: (count) =>
      plural(count, {
        one: '# Ablauf sendet sie und lässt sich erst wieder veröffentlichen, wenn eine andere an ihre Stelle tritt. Laufende senden sie weiter. Du kannst sie zurückholen.',
        other:
          '# Abläufe senden sie und lassen sich erst wieder veröffentlichen, wenn eine andere an ihre Stelle tritt. Laufende senden sie weiter. Du kannst sie zurückholen.',
      }),
    unarchive: 'Zurückholen',
    archived: (name) => `„${name}“ ist archiviert.`,
    unarchived: (name) => `„${name}“ ist wieder aktiv.`,
    notUnarchived: 'Sie konnte nicht zurückgeholt werden',
    noSubject: 'Noch kein Betreff',
    usedIn: (count) => plural(count, { one: 'Verwendet in # Ablauf', other: 'Verwendet in # Abläufen' }),
    notUsed: 'Nicht verwendet',
    problem: (count) => plural(count, { one: '# Problem', other: '# Probleme' }),
  },
});
