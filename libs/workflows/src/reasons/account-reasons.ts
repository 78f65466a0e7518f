import { serverReply } from './server-reply.js';
import { text, type ReasonMessages, type ReasonParams } from './reason-message.js';

const from = {
  en: (p: ReasonParams): string => text(p['from']) || 'this address',
  de: (p: ReasonParams): string => text(p['from']) || 'dieser Adresse',
};
const goesOn = {
  en: 'Held emails go on by themselves as soon as one is accepted again.',
  de: 'Zurückgehaltene E-Mails gehen von selbst weiter, sobald wieder eine angenommen wird.',
} as const;

/** What is wrong with the sending account: every email of it is held. */
export const accountReasons = {
  'account.signIn': {
    en: (p) =>
      `Held: the mail server does not accept the sign-in of the sending account. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Mailserver nimmt die Anmeldung des Absenderkontos nicht an. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.signInOff': {
    en: (p) =>
      `Held: sign-in by password is switched off for the sending account. Switch it on at the provider, or connect the account in another way. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Die Anmeldung mit Passwort ist für das Absenderkonto abgeschaltet. Schalte sie beim Anbieter ein oder verbinde das Konto anders. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.appPassword': {
    en: (p) =>
      `Held: the sending account needs an app password instead of the usual one. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Das Absenderkonto braucht ein App-Passwort statt des üblichen. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.senderRejected': {
    en: (p) =>
      `Held: the sending account may not send as ${from.en(p)}. Allow this address at the provider, or choose another sender. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Das Absenderkonto darf nicht von ${from.de(p)} senden. Erlaube die Adresse beim Anbieter oder wähle einen anderen Absender. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.limit': {
    en: (p) =>
      `Held: the sending account has reached its limit. It goes on by itself when the provider allows it, tomorrow at the latest with most.${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Das Absenderkonto hat seine Grenze erreicht. Es geht von selbst weiter, wenn der Anbieter es erlaubt, bei den meisten spätestens morgen.${serverReply.de(p)}`,
  },
  'account.suspended': {
    en: (p) => `Held: the provider has stopped the sending account. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Anbieter hat das Absenderkonto gesperrt. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.reputation': {
    en: (p) =>
      `Held: the server that sends is on a blocklist. Its operator can have it removed. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der sendende Server steht auf einer Sperrliste. Der Betreiber kann ihn austragen lassen. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.relayDenied': {
    en: (p) =>
      `Held: the mail server does not send for this account. Check the sign-in of the account. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Mailserver sendet nicht für dieses Konto. Prüfe die Anmeldung des Kontos. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.domainSetup': {
    en: (p) =>
      `Held: the domain of ${from.en(p)} is not set up for sending (SPF, DKIM, DMARC). ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Die Domain von ${from.de(p)} ist nicht zum Senden eingerichtet (SPF, DKIM, DMARC). ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.tls': {
    en: (p) => `Held: the mail server wants an encrypted connection. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Mailserver verlangt eine verschlüsselte Verbindung. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.certificate': {
    en: (p) =>
      `Held: the mail server shows a certificate that is not valid for its name, so nothing was sent to it. Use the name that the certificate is for, or have it renewed. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Mailserver zeigt ein Zertifikat, das für seinen Namen nicht gilt; deshalb wurde nichts an ihn gesendet. Nimm den Namen, für den das Zertifikat gilt, oder lass es erneuern. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.server': {
    en: (p) => `Held: the mail server of the sending account does not work. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Mailserver des Absenderkontos funktioniert nicht. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.unreachable': {
    en: (p) =>
      `Held: the mail server of the sending account cannot be reached. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Mailserver des Absenderkontos ist nicht erreichbar. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.notPublic': {
    en: (p) =>
      `Held: the name of the mail server leads to an address that is not public. Check the name in the account’s settings. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Der Name des Mailservers führt zu einer Adresse, die nicht öffentlich ist. Prüfe den Namen in den Einstellungen des Kontos. ${goesOn.de}${serverReply.de(p)}`,
  },
  'account.secret': {
    en: () =>
      'Held: the password of the sending account cannot be read. Enter it again in the account’s settings, or have the operator restore the key that sealed it.',
    de: () =>
      'Zurückgehalten: Das Passwort des Absenderkontos lässt sich nicht lesen. Gib es in den Einstellungen des Kontos neu ein, oder lass den Betreiber den Schlüssel wiederherstellen, mit dem es versiegelt wurde.',
  },
  'account.expired': {
    en: (p) =>
      `Held: the sign-in of the sending account has expired. Connect the account again. ${goesOn.en}${serverReply.en(p)}`,
    de: (p) =>
      `Zurückgehalten: Die Anmeldung des Absenderkontos ist abgelaufen. Verbinde das Konto neu. ${goesOn.de}${serverReply.de(p)}`,
  },
} as const satisfies ReasonMessages;
