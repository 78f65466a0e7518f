import { pluralIn } from '../language/plural.js';
import { advertisingSign } from './stranger-reasons.js';
import { list, text, type ReasonMessages, type ReasonParams } from './reason-message.js';

/** " (auto-submitted: auto-replied)": what the mail says, in its own words. */
const seen = (p: ReasonParams): string => {
  const said = [text(p['sign']), text(p['value'])].filter((part) => part !== '').join(': ');
  return said === '' ? '' : ` (${said})`;
};
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const quoted = (p: ReasonParams, before: string, after: string): string =>
  list(p['rules'])
    .map((name) => `${before}${name}${after}`)
    .join(', ');
const noAnswer = { en: 'Not answered automatically:', de: 'Nicht automatisch beantwortet:' } as const;

/** Why no machine answers a mail. Each but the last two is decided by the guard. */
export const answerReasons = {
  'answer.imported': {
    en: () => `${noAnswer.en} the email was there before, and was only read in.`,
    de: () => `${noAnswer.de} Die E-Mail war schon da und wurde nur eingelesen.`,
  },
  'answer.beforeConnected': {
    en: () => `${noAnswer.en} it arrived before the mailbox was connected.`,
    de: () => `${noAnswer.de} Sie kam an, bevor das Postfach verbunden wurde.`,
  },
  'answer.copiedIn': {
    en: () => `${noAnswer.en} it arrived somewhere else long ago, and was copied into this mailbox.`,
    de: () => `${noAnswer.de} Sie kam vor langer Zeit woanders an und wurde in dieses Postfach kopiert.`,
  },
  'answer.tooOld': {
    en: (p) =>
      `${noAnswer.en} it arrived more than ${pluralIn('en', number(p['hours']), { one: 'an hour', other: '# hours' })} ago.`,
    de: (p) =>
      `${noAnswer.de} Sie kam vor mehr als ${pluralIn('de', number(p['hours']), { one: 'einer Stunde', other: '# Stunden' })} an.`,
  },
  'answer.noSender': {
    en: () => `${noAnswer.en} it does not say who wrote it.`,
    de: () => `${noAnswer.de} Sie sagt nicht, wer sie geschrieben hat.`,
  },
  'answer.severalSenders': {
    en: () => `${noAnswer.en} it names several senders, so nobody can be sure who wrote it.`,
    de: () => `${noAnswer.de} Sie nennt mehrere Absender, also ist nicht sicher, wer sie geschrieben hat.`,
  },
  'answer.ownAddress': {
    en: (p) => `${noAnswer.en} ${text(p['address'])} is this mailbox’s own address.`,
    de: (p) => `${noAnswer.de} ${text(p['address'])} ist die eigene Adresse dieses Postfachs.`,
  },
  'answer.siblingAddress': {
    en: (p) => `${noAnswer.en} ${text(p['address'])} belongs to your studio.`,
    de: (p) => `${noAnswer.de} ${text(p['address'])} gehört zu deinem Studio.`,
  },
  'answer.bounce': {
    en: () => `${noAnswer.en} it reports that an email did not arrive.`,
    de: () => `${noAnswer.de} Sie meldet, dass eine E-Mail nicht angekommen ist.`,
  },
  'answer.complaint': {
    en: () => `${noAnswer.en} it reports that somebody marked an email as spam.`,
    de: () => `${noAnswer.de} Sie meldet, dass jemand eine E-Mail als Spam markiert hat.`,
  },
  'answer.calendar': {
    en: () => `${noAnswer.en} a calendar wrote it.`,
    de: () => `${noAnswer.de} Ein Kalender hat sie geschrieben.`,
  },
  'answer.automatic': {
    en: (p) => `${noAnswer.en} a machine wrote it${seen(p)}.`,
    de: (p) => `${noAnswer.de} Ein Programm hat sie geschrieben${seen(p)}.`,
  },
  'answer.list': {
    en: (p) => `${noAnswer.en} it went to many people, as newsletters do${seen(p)}.`,
    de: (p) => `${noAnswer.de} Sie ging an viele, wie ein Newsletter${seen(p)}.`,
  },
  'answer.noReturnPath': {
    en: () => `${noAnswer.en} it was sent so that no answer can come back.`,
    de: () => `${noAnswer.de} Sie wurde so gesendet, dass keine Antwort zurückkommen kann.`,
  },
  'answer.spam': {
    en: (p) => `${noAnswer.en} a mail server on its way took it for spam${seen(p)}.`,
    de: (p) => `${noAnswer.de} Ein Mailserver auf ihrem Weg hält sie für Spam${seen(p)}.`,
  },
  'answer.loop': {
    en: (p) => `${noAnswer.en} it went through a program that answers by itself${seen(p)}.`,
    de: (p) => `${noAnswer.de} Sie lief durch ein Programm, das von selbst antwortet${seen(p)}.`,
  },
  'answer.nobody': {
    en: (p) => `${noAnswer.en} nobody reads what is sent to ${text(p['address'])}.`,
    de: (p) => `${noAnswer.de} Was an ${text(p['address'])} geht, liest niemand.`,
  },
  'answer.suppressed': {
    en: (p) => `${noAnswer.en} its sender’s mail program asks for no automatic answers${seen(p)}.`,
    de: (p) =>
      `${noAnswer.de} Das Mailprogramm des Absenders bittet um keine automatischen Antworten${seen(p)}.`,
  },
  'answer.automaticSubject': {
    en: (p) => `${noAnswer.en} its subject reads like an automatic reply${seen(p)}.`,
    de: (p) => `${noAnswer.de} Ihr Betreff klingt nach einer automatischen Antwort${seen(p)}.`,
  },
  'answer.unmarkedForm': {
    en: (p) =>
      `${noAnswer.en} it looks like a form that sends from ${text(p['address'])}. If it is the form of your website, mark this sender as such: then whoever filled it in is answered.`,
    de: (p) =>
      `${noAnswer.de} Sie sieht nach einem Formular aus, das von ${text(p['address'])} sendet. Ist es das Formular deiner Website, markiere diesen Absender so: Dann wird beantwortet, wer es ausgefüllt hat.`,
  },
  'answer.formWithoutPerson': {
    en: () => `${noAnswer.en} the form does not say who filled it in, or names several addresses.`,
    de: () => `${noAnswer.de} Das Formular sagt nicht, wer es ausgefüllt hat, oder nennt mehrere Adressen.`,
  },
  'answer.forgedSender': {
    en: (p) => `${noAnswer.en} the mail server says that its sender is not genuine${seen(p)}.`,
    de: (p) => `${noAnswer.de} Laut Mailserver ist der Absender nicht echt${seen(p)}.`,
  },
  'answer.nameAdvertises': {
    en: (p) => `${noAnswer.en} the sender’s name ${advertisingSign(p, 'en')}, as advertisements do.`,
    de: (p) => `${noAnswer.de} Der Name des Absenders ${advertisingSign(p, 'de')}, wie bei Werbung.`,
  },
  'answer.otherAddress': {
    en: (p) =>
      `${noAnswer.en} it was sent to ${text(p['address'])}, which is none of your addresses. If it is, add it to the mailbox.`,
    de: (p) =>
      `${noAnswer.de} Sie ging an ${text(p['address'])}, was keine deiner Adressen ist. Ist es doch eine, füge sie beim Postfach hinzu.`,
  },
  'answer.notToUs': {
    en: () => `${noAnswer.en} it names no address of yours as its recipient, as a blind copy does.`,
    de: () => `${noAnswer.de} Sie nennt keine deiner Adressen als Empfänger, wie eine Blindkopie.`,
  },
  'answer.inThread': {
    en: () => `${noAnswer.en} this conversation has had an automatic answer already.`,
    de: () => `${noAnswer.de} In diesem Gespräch gab es schon eine automatische Antwort.`,
  },
  'answer.inWindow': {
    en: (p) =>
      `${noAnswer.en} ${text(p['person'])} has had this answer in the last ${pluralIn('en', number(p['days']), { one: 'day', other: '# days' })}.`,
    de: (p) =>
      `${noAnswer.de} ${text(p['person'])} hat diese Antwort ${pluralIn('de', number(p['days']), { one: 'am letzten Tag', other: 'in den letzten # Tagen' })} schon bekommen.`,
  },
  'answer.manyInAnHour': {
    en: (p) =>
      `${noAnswer.en} more than ${String(p['limit'])} automatic answers were due within an hour. They go on by themselves when it is quieter; answer by hand what cannot wait.`,
    de: (p) =>
      `${noAnswer.de} Innerhalb einer Stunde waren mehr als ${String(p['limit'])} automatische Antworten fällig. Wenn es ruhiger ist, geht es von selbst weiter; beantworte von Hand, was nicht warten kann.`,
  },
  'answer.noQuestion': {
    en: () => 'For a person: none of your common questions fits.',
    de: () => 'Für einen Menschen: Keine deiner häufigen Fragen passt.',
  },
  'answer.severalQuestions': {
    en: (p) => `For a person: more than one of your common questions fits: ${quoted(p, '“', '”')}.`,
    de: (p) => `Für einen Menschen: Mehr als eine deiner häufigen Fragen passt: ${quoted(p, '„', '“')}.`,
  },
} as const satisfies ReasonMessages;

/** Why the guard lets no machine answer, or no common question does. */
export type AnswerReasonCode = keyof typeof answerReasons;
