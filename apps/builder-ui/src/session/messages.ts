import { catalogue } from '../messages/catalogue.js';

export const m = catalogue({
  en: {
    offline: 'You’re offline.',
    away: 'Cueline can’t be reached.',
    keptUntilYouAreBack: 'Changes are kept here and saved when you’re back.',
    keptUntilItIsBack: 'Changes are kept here and saved when it’s back.',
    notKeptUntilYouAreBack:
      'Changes are saved when you’re back, and lost if this page is closed before: this browser does not keep them.',
    notKeptUntilItIsBack:
      'Changes are saved when it’s back, and lost if this page is closed before: this browser does not keep them.',
    newVersion: 'A new version is available.',
    reload: 'Reload',
    signedOut: 'You’ve been signed out',
    changesKept: 'Your changes are kept here. Sign in to save them.',
    signIn: 'Sign in',
    otherSignedIn: 'Somebody else is signed in',
    notNow: 'Not now',
    otherStudio: (now: string, before: string) =>
      `You are signed in to ${now} now. The changes on this page belong to ${before}.`,
    otherPerson: (now: string, before: string) =>
      `${now} is signed in now. The changes on this page belong to ${before}.`,
    nothingSent: 'Nothing of them is sent.',
    stayUntil: (email: string) =>
      `They stay here until ${email} signs in; text in a form is lost when you leave the page.`,
    keptUntil: (email: string) => `They are kept in this browser until ${email} signs in again.`,
    signInToKeep: 'Sign in to keep your changes.',
    goOnAs: (email: string) => `Go on as ${email}`,
    notRight: 'That email or password isn’t right.',
    tryAgain: 'Cueline can’t be reached. Try again in a moment.',
    email: 'Email',
    password: 'Password',
    about: 'Sign in to your studio',
    forgot: 'Forgot your password?',
  },
  de: {
    offline: 'Du bist offline.',
    away: 'Cueline ist nicht erreichbar.',
    keptUntilYouAreBack: 'Änderungen bleiben hier und werden gespeichert, sobald du wieder online bist.',
    keptUntilItIsBack: 'Änderungen bleiben hier und werden gespeichert, sobald es wieder erreichbar ist.',
    notKeptUntilYouAreBack:
      'Änderungen werden gespeichert, sobald du wieder online bist, und gehen verloren, wenn diese Seite vorher geschlossen wird: Dieser Browser bewahrt sie nicht auf.',
    notKeptUntilItIsBack:
      'Änderungen werden gespeichert, sobald es wieder erreichbar ist, und gehen verloren, wenn diese Seite vorher geschlossen wird: Dieser Browser bewahrt sie nicht auf.',
    newVersion: 'Es gibt eine neue Version.',
    reload: 'Neu laden',
    signedOut: 'Du wurdest abgemeldet',
    changesKept: 'Deine Änderungen bleiben hier. Melde dich an, um sie zu speichern.',
    signIn: 'Anmelden',
    otherSignedIn: 'Jemand anderes ist angemeldet',
    notNow: 'Nicht jetzt',
    otherStudio: (now, before) =>
      `Du bist jetzt bei ${now} angemeldet. Die Änderungen auf dieser Seite gehören zu ${before}.`,
    otherPerson: (now, before) =>
      `${now} ist jetzt angemeldet. Die Änderungen auf dieser Seite gehören ${before}.`,
    nothingSent: 'Nichts davon wird gesendet.',
    stayUntil: (email) =>
      `Sie bleiben hier, bis ${email} sich anmeldet; Text in einem Formular geht verloren, wenn du die Seite verlässt.`,
    keptUntil: (email) => `Sie bleiben in diesem Browser, bis ${email} sich wieder anmeldet.`,
    signInToKeep: 'Melde dich an, um deine Änderungen zu behalten.',
    goOnAs: (email) => `Als ${email} weitermachen`,
    notRight: 'E-Mail oder Passwort stimmt nicht.',
    tryAgain: 'Cueline ist nicht erreichbar. Versuche es gleich noch einmal.',
    email: 'E-Mail',
    password: 'Passwort',
    about: 'Melde dich in deinem Studio an',
    forgot: 'Passwort vergessen?',
  },
});
