import { catalogue, number, plural } from '../../../messages/catalogue.js';

const emails = (count: number) => plural(count, { one: '# email', other: '# emails' });
const mails = (count: number) => plural(count, { one: '# E-Mail', other: '# E-Mails' });

export const m = catalogue({
  en: {
    title: 'Held emails',
    empty: 'No email is held. Everything that is due leaves by itself.',
    emails,
    account: 'The sending account has a problem',
    limit: 'Too many emails to one address',
    firstContacts: 'Many automatic answers to new addresses',
    record: 'Something changed after it was written',
    unknown: 'Held until somebody decides',
    held: (count: number) => `${emails(count)} held`,
    since: (time: string) => `since ${time}`,
    nextTry: (time: string) => `next try ${time}`,
    releaseSome: (count: number) => `Release ${number(count)}`,
    fixAccount: 'Fix the account',
    releaseAll: (count: number) => (count === 1 ? 'Release it' : `Release all ${number(count)}`),
    skipSome: (count: number) => `Do not send ${number(count)}`,
    skipAll: (count: number) => (count === 1 ? 'Do not send it' : 'Do not send them'),
    hide: 'Hide the emails',
    show: 'Show the emails',
    none: 'None of them is held any more.',
    choose: (to: string) => `Choose the email to ${to}`,
    withinStudio: 'Within the studio',
    heldSince: (time: string) => `held since ${time}`,
    itsRun: 'Its run',
    askRelease: (count: number) => `Release ${emails(count)}?`,
    askSkip: (count: number) => `Do not send ${emails(count)}?`,
    release: 'Release',
    skip: 'Do not send',
    cancel: 'Cancel',
    skipMeans: (count: number) =>
      count === 1
        ? 'This email is not sent, now or later. Its workflow goes on without it. This can’t be undone.'
        : `These ${emails(count)} are not sent, now or later. Their workflows go on without them. This can’t be undone.`,
    limitMeans: (count: number) =>
      count === 1
        ? 'The email leaves now, although the limit is reached.'
        : `All ${emails(count)} leave now, the earliest first, although the limit is reached.`,
    allTheSame: (count: number) =>
      count === 1 ? 'The email leaves now all the same.' : `All ${emails(count)} leave now all the same.`,
    tryOneMeans: (count: number) =>
      `One of the ${emails(count)} is tried now. If the mail server accepts it, the others follow, the earliest first. If not, they stay held and nothing is lost.`,
    tryMeans: (count: number) =>
      count === 1
        ? 'The email is tried now. If the mail server does not accept it, it is held again and nothing is lost.'
        : `The ${emails(count)} are tried now. If the mail server does not accept them, they are held again and nothing is lost.`,
    nothingHeld: 'None of these emails was held any more.',
    skipped: (count: number) =>
      plural(count, {
        one: '# email is not sent. The workflows go on.',
        other: '# emails are not sent. The workflows go on.',
      }),
    oneTried: 'One email is tried now. The others follow when it is accepted.',
    onTheWay: (count: number) =>
      plural(count, { one: '# email is on the way.', other: '# emails are on the way.' }),
  },
  de: {
    title: 'Zurückgehaltene E-Mails',
    empty: 'Keine E-Mail wird zurückgehalten. Alles Fällige geht von selbst hinaus.',
    emails: mails,
    account: 'Das Konto zum Senden hat ein Problem',
    limit: 'Zu viele E-Mails an eine Adresse',
    firstContacts: 'Viele automatische Antworten an neue Adressen',
    record: 'Seit dem Schreiben hat sich etwas geändert',
    unknown: 'Zurückgehalten, bis jemand entscheidet',
    held: (count) => `${mails(count)} zurückgehalten`,
    since: (time) => `seit ${time}`,
    nextTry: (time) => `nächster Versuch ${time}`,
    releaseSome: (count) => `${number(count)} freigeben`,
    fixAccount: 'Konto in Ordnung bringen',
    releaseAll: (count) => (count === 1 ? 'Freigeben' : `Alle ${number(count)} freigeben`),
    skipSome: (count) => `${number(count)} nicht senden`,
    skipAll: () => 'Nicht senden',
    hide: 'E-Mails ausblenden',
    show: 'E-Mails anzeigen',
    none: 'Keine davon wird noch zurückgehalten.',
    choose: (to) => `E-Mail an ${to} auswählen`,
    withinStudio: 'Innerhalb des Studios',
    heldSince: (time) => `zurückgehalten seit ${time}`,
    itsRun: 'Ihr Durchlauf',
    askRelease: (count) => `${mails(count)} freigeben?`,
    askSkip: (count) => `${mails(count)} nicht senden?`,
    release: 'Freigeben',
    skip: 'Nicht senden',
    cancel: 'Abbrechen',
    skipMeans: (count) =>
      count === 1
        ? 'Diese E-Mail wird nicht gesendet, jetzt nicht und später nicht. Ihr Ablauf geht ohne sie weiter. Das lässt sich nicht rückgängig machen.'
        : `Diese ${mails(count)} werden nicht gesendet, jetzt nicht und später nicht. Ihre Abläufe gehen ohne sie weiter. Das lässt sich nicht rückgängig machen.`,
    limitMeans: (count) =>
      count === 1
        ? 'Die E-Mail geht jetzt hinaus, obwohl die Grenze erreicht ist.'
        : `Alle ${mails(count)} gehen jetzt hinaus, die früheste zuerst, obwohl die Grenze erreicht ist.`,
    allTheSame: (count) =>
      count === 1
        ? 'Die E-Mail geht jetzt trotzdem hinaus.'
        : `Alle ${mails(count)} gehen jetzt trotzdem hinaus.`,
    tryOneMeans: (count) =>
      `Eine der ${mails(count)} wird jetzt versucht. Nimmt der Mailserver sie an, folgen die anderen, die früheste zuerst. Wenn nicht, bleiben sie zurückgehalten, und nichts geht verloren.`,
    tryMeans: (count) =>
      count === 1
        ? 'Die E-Mail wird jetzt versucht. Nimmt der Mailserver sie nicht an, wird sie wieder zurückgehalten, und nichts geht verloren.'
        : `Die ${mails(count)} werden jetzt versucht. Nimmt der Mailserver sie nicht an, werden sie wieder zurückgehalten, und nichts geht verloren.`,
    nothingHeld: 'Keine dieser E-Mails wurde noch zurückgehalten.',
    skipped: (count) =>
      plural(count, {
        one: '# E-Mail wird nicht gesendet. Die Abläufe gehen weiter.',
        other: '# E-Mails werden nicht gesendet. Die Abläufe gehen weiter.',
      }),
    oneTried: 'Eine E-Mail wird jetzt versucht. Die anderen folgen, sobald sie angenommen ist.',
    onTheWay: (count) =>
      plural(count, { one: '# E-Mail ist unterwegs.', other: '# E-Mails sind unterwegs.' }),
  },
});
