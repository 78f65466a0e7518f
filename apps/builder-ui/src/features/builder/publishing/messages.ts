import { catalogue, number, plural } from '../../../messages/catalogue.js';

/** Kinds of records that workflows run for, counted: by number and case where the language needs it. */
const en: Readonly<Record<string, readonly [string, string]>> = {
  booking: ['booking', 'bookings'],
  invoice: ['invoice', 'invoices'],
  inquiry: ['inquiry', 'inquiries'],
  project: ['project', 'projects'],
  task: ['task', 'tasks'],
  client: ['client', 'clients'],
  message: ['email', 'emails'],
};
const de: Readonly<Record<string, readonly [string, string]>> = {
  booking: ['Buchung', 'Buchungen'],
  invoice: ['Rechnung', 'Rechnungen'],
  inquiry: ['Anfrage', 'Anfragen'],
  project: ['Projekt', 'Projekte'],
  task: ['Aufgabe', 'Aufgaben'],
  client: ['Kunde', 'Kunden'],
  message: ['E-Mail', 'E-Mails'],
};
const unknownEn = ['record', 'records'] as const;
const unknownDe = ['Datensatz', 'Datensätze'] as const;
const count = (subject: string, n: number) => {
  const [one, other] = en[subject] ?? unknownEn;
  return plural(n, { one: `# ${one}`, other: `# ${other}` });
};
const zahl = (subject: string, n: number) => {
  const [one, other] = de[subject] ?? unknownDe;
  return plural(n, { one: `# ${one}`, other: `# ${other}` });
};
const many = (subject: string) => (en[subject] ?? unknownEn)[1];
const viele = (subject: string) => (de[subject] ?? unknownDe)[1];
const atLeast = (more: boolean) => (more ? 'at least ' : '');
const mindestens = (more: boolean) => (more ? 'mindestens ' : '');

export const m = catalogue({
  en: {
    publish: 'Publish',
    publishThis: 'Publish this workflow',
    publishAs: (version: number) => `Publish as version ${version}`,
    cancel: 'Cancel',
    savingFirst: 'Saving first…',
    offline: 'You’re offline',
    busySaving: 'Cueline is busy. Saving first…',
    signedOut: 'You’ve been signed out',
    notSaved: 'Your last changes are not saved',
    chooseFirst: 'Choose between your text and theirs first',
    unchanged: (version: number) => `Nothing has changed since version ${version}`,
    unreachable: 'Cueline can’t be reached',
    notKnown: 'What it touches is not known',
    looking: 'Checking what it touches…',
    checkingLabel: 'Checking what it touches',
    fixFirst: (n: number) => plural(n, { one: 'Fix 1 problem first', other: 'Fix # problems first' }),
    draftChanged: 'The draft has changed',
    draftChangedSince: 'The draft has changed since this was shown',
    showNow: 'Show what is published now',
    fix: (n: number) => plural(n, { one: 'Fix 1 problem to publish', other: 'Fix # problems to publish' }),
    worthChecking: 'Worth checking',
    notLoaded: 'What it touches could not be loaded',
    whatChanges: 'What changes',
    andMore: (n: number) => `and ${number(n)} more`,
    busy: 'Cueline is busy',
    answerLost: 'The answer got lost',
    checking: 'Checking whether it was published. Nothing is sent a second time.',
    note: 'Note (optional)',
    noteAbout: 'What is new, for the list of versions',
    asShown: (revision: number) => `Publishes draft ${revision}, as it is shown here`,
    isLive: (version: number) => `Version ${version} is live`,
    arrived: 'The request had arrived before you closed the dialog.',
    paused: 'The workflow is paused: it starts nothing until you resume it.',
    startsNow: 'It starts from now on.',
    offlineNothing: 'You’re offline. Nothing was published.',
    signedOutNothing: 'You’ve been signed out. Nothing was published.',
    busyNothing: 'Nothing was published: Cueline is busy. Try again in a moment.',
    lostNothing: 'Nothing was published: the request did not arrive.',
    stay: (n: number) =>
      plural(n, {
        one: 'One run is in progress and stays with the version it began with.',
        other: '# runs are in progress and stay with the version they began with.',
      }),
    atStep: {
      stepRemoved: (n: number, step: string) =>
        plural(n, {
          one: `One of them is at ${step}, which is removed here.`,
          other: `# of them are at ${step}, which is removed here.`,
        }),
      stepChanged: (n: number, step: string) =>
        plural(n, {
          one: `One of them is at ${step}, which is changed here.`,
          other: `# of them are at ${step}, which is changed here.`,
        }),
      stepMoved: (n: number, step: string) =>
        plural(n, {
          one: `One of them is at ${step}, which is moved here.`,
          other: `# of them are at ${step}, which is moved here.`,
        }),
    },
    onlyNew: 'No, only for new ones',
    noneMatches: (subject: string) =>
      `It starts for new ${many(subject)} only: none of those you already have matches.`,
    withoutClient: (subject: string) => `A ${(en[subject] ?? unknownEn)[0]} without a client`,
    rest: (n: number, more: boolean) => `and ${atLeast(more)}${number(n)} more`,
    noneOfFirst: (subject: string) =>
      `It starts for none of the ${many(subject)} you have that come first; for later ones it starts when their moment comes, if they match then.`,
    none: (subject: string) =>
      `It starts for none of the ${many(subject)} you already have: only for new ones, and for those whose dates or details change.`,
    alsoFor: (subject: string, n: number, more: boolean) =>
      `It also starts for ${atLeast(more)}${count(subject, n)} you already have`,
    alsoForPaused: (subject: string, n: number, more: boolean) =>
      `Resumed before their moments, it also starts for ${atLeast(more)}${count(subject, n)} you already have`,
    allNamed: (sentence: string) => `${sentence}:`,
    firstNamed: (sentence: string) => `${sentence}. The first:`,
    question: (subject: string) => `Also for the ${many(subject)} you already have?`,
    questionMany: (subject: string, looked: number) =>
      `Also for the ${many(subject)} you already have? There are more than ${number(looked)}.`,
    yes: (subject: string, n: number) =>
      `Yes, also for ${count(subject, n)} that ${n === 1 ? 'matches' : 'match'}`,
    publishFor: (subject: string, n: number) => `Publish for ${count(subject, n)}`,
    yesOlder: (looked: number) =>
      `Yes, also for older ones that match: none of the newest ${number(looked)} does`,
    yesMany: (n: number, looked: number) =>
      `Yes, also for all that match: ${number(n)} of the newest ${number(looked)}, and older ones`,
    publishOlder: 'Publish, also for older ones',
    publishAtLeast: (subject: string, n: number) => `Publish for at least ${count(subject, n)}`,
  },
  de: {
    publish: 'Veröffentlichen',
    publishThis: 'Diesen Ablauf veröffentlichen',
    publishAs: (version) => `Als Version ${version} veröffentlichen`,
    cancel: 'Abbrechen',
    savingFirst: 'Wird zuerst gespeichert…',
    offline: 'Du bist offline',
    busySaving: 'Cueline ist ausgelastet. Wird zuerst gespeichert…',
    signedOut: 'Du wurdest abgemeldet',
    notSaved: 'Deine letzten Änderungen sind nicht gespeichert',
    chooseFirst: 'Wähle zuerst zwischen deinem Text und dem anderen',
    unchanged: (version) => `Seit Version ${version} hat sich nichts geändert`,
    unreachable: 'Cueline ist nicht erreichbar',
    notKnown: 'Was es betrifft, ist nicht bekannt',
    looking: 'Es wird geprüft, was es betrifft…',
    checkingLabel: 'Es wird geprüft, was es betrifft',
    fixFirst: (n) => plural(n, { one: 'Behebe zuerst 1 Problem', other: 'Behebe zuerst # Probleme' }),
    draftChanged: 'Der Entwurf hat sich geändert',
    draftChangedSince: 'Der Entwurf hat sich geändert, seit das hier gezeigt wurde',
    showNow: 'Zeigen, was jetzt veröffentlicht wird',
    fix: (n) =>
      plural(n, {
        one: 'Behebe 1 Problem, um zu veröffentlichen',
        other: 'Behebe # Probleme, um zu veröffentlichen',
      }),
    worthChecking: 'Sollte geprüft werden',
    notLoaded: 'Was es betrifft, konnte nicht geladen werden',
    whatChanges: 'Was sich ändert',
    andMore: (n) => `und ${number(n)} weitere`,
    busy: 'Cueline ist ausgelastet',
    answerLost: 'Die Antwort ging verloren',
    checking: 'Es wird geprüft, ob veröffentlicht wurde. Nichts wird ein zweites Mal gesendet.',
    note: 'Notiz (optional)',
    noteAbout: 'Was neu ist, für die Liste der Versionen',
    asShown: (revision) => `Veröffentlicht Entwurf ${revision}, wie er hier gezeigt wird`,
    isLive: (version) => `Version ${version} ist aktiv`,
    arrived: 'Die Anfrage war schon angekommen, bevor du das Fenster geschlossen hast.',
    paused: 'Der Ablauf ist pausiert: Er startet nichts, bis du ihn fortsetzt.',
    startsNow: 'Er startet ab jetzt.',
    offlineNothing: 'Du bist offline. Nichts wurde veröffentlicht.',
    signedOutNothing: 'Du wurdest abgemeldet. Nichts wurde veröffentlicht.',
    busyNothing: 'Nichts wurde veröffentlicht: Cueline ist ausgelastet. Versuche es gleich noch einmal.',
    lostNothing: 'Nichts wurde veröffentlicht: Die Anfrage kam nicht an.',
    stay: (n) =>
      plural(n, {
        one: 'Ein Durchlauf ist im Gang und bleibt bei der Version, mit der er begann.',
        other: '# Durchläufe sind im Gang und bleiben bei der Version, mit der sie begannen.',
      }),
    atStep: {
      stepRemoved: (n, step) =>
        plural(n, {
          one: `Einer davon steht bei ${step}, das hier entfernt ist.`,
          other: `# davon stehen bei ${step}, das hier entfernt ist.`,
        }),
      stepChanged: (n, step) =>
        plural(n, {
          one: `Einer davon steht bei ${step}, das hier geändert ist.`,
          other: `# davon stehen bei ${step}, das hier geändert ist.`,
        }),
      stepMoved: (n, step) =>
        plural(n, {
          one: `Einer davon steht bei ${step}, das hier verschoben ist.`,
          other: `# davon stehen bei ${step}, das hier verschoben ist.`,
        }),
    },
    onlyNew: 'Nein, nur für neue',
    noneMatches: (subject) => `Er startet nur für neue ${viele(subject)}: Von den vorhandenen passt nichts.`,
    withoutClient: (subject) => `${(de[subject] ?? unknownDe)[0]} ohne Kunde`,
    rest: (n, more) => `und ${mindestens(more)}${number(n)} weitere`,
    noneOfFirst: (subject) =>
      `Unter den ersten deiner ${viele(subject)} startet er für nichts; für spätere startet er zu ihrem Zeitpunkt, wenn sie dann passen.`,
    none: (subject) =>
      `Er startet für nichts von dem, was du schon hast (${viele(subject)}): nur für Neues und dort, wo sich Termine oder Angaben ändern.`,
    alsoFor: (subject, n, more) =>
      `Er startet auch für ${mindestens(more)}${zahl(subject, n)}, die du schon hast`,
    alsoForPaused: (subject, n, more) =>
      `Rechtzeitig fortgesetzt, startet er auch für ${mindestens(more)}${zahl(subject, n)}, die du schon hast`,
    allNamed: (sentence) => `${sentence}:`,
    firstNamed: (sentence) => `${sentence}. Zuerst:`,
    question: (subject) => `Auch für die ${viele(subject)}, die du schon hast?`,
    questionMany: (subject, looked) =>
      `Auch für die ${viele(subject)}, die du schon hast? Es sind mehr als ${number(looked)}.`,
    yes: (subject, n) => `Ja, auch für ${zahl(subject, n)}, auf die es passt`,
    publishFor: (subject, n) => `Für ${zahl(subject, n)} veröffentlichen`,
    yesOlder: (looked) =>
      `Ja, auch für ältere, auf die es passt: Von den neuesten ${number(looked)} passt nichts`,
    yesMany: (n, looked) =>
      `Ja, auch für alle, auf die es passt: ${number(n)} der neuesten ${number(looked)}, und ältere`,
    publishOlder: 'Veröffentlichen, auch für ältere',
    publishAtLeast: (subject, n) => `Für mindestens ${zahl(subject, n)} veröffentlichen`,
  },
});
