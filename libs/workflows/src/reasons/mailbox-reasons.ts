import { serverReply } from './server-reply.js';
import type { ReasonMessages } from './reason-message.js';

/** Why a mailbox is not read at the moment, or cannot be. */
export const mailboxReasons = {
  'mailbox.signIn': {
    en: (p) =>
      `The mail server does not accept the sign-in. Check the user name and enter the password again.${serverReply.en(p)}`,
    de: (p) =>
      `Der Mailserver nimmt die Anmeldung nicht an. Prüfe den Benutzernamen und gib das Passwort neu ein.${serverReply.de(p)}`,
  },
  'mailbox.signInOff': {
    en: (p) =>
      `Reading email with this password is switched off at the provider. Switch IMAP on there, or use an app password.${serverReply.en(p)}`,
    de: (p) =>
      `Das Lesen von E-Mails mit diesem Passwort ist beim Anbieter abgeschaltet. Schalte dort IMAP ein oder verwende ein App-Passwort.${serverReply.de(p)}`,
  },
  'mailbox.expired': {
    en: (p) => `The sign-in has expired. Connect the account again.${serverReply.en(p)}`,
    de: (p) => `Die Anmeldung ist abgelaufen. Verbinde das Konto neu.${serverReply.de(p)}`,
  },
  'mailbox.secret': {
    en: () =>
      'The password cannot be read. Enter it again, or have the operator restore the key that sealed it.',
    de: () =>
      'Das Passwort lässt sich nicht lesen. Gib es neu ein, oder lass den Betreiber den Schlüssel wiederherstellen, mit dem es versiegelt wurde.',
  },
  'mailbox.notPublic': {
    en: () => 'The mail server is not on the public internet. Check its name.',
    de: () => 'Der Mailserver steht nicht im öffentlichen Internet. Prüfe seinen Namen.',
  },
  'mailbox.certificate': {
    en: (p) =>
      `The certificate of the mail server does not hold, so nothing was sent to it.${serverReply.en(p)}`,
    de: (p) =>
      `Das Zertifikat des Mailservers gilt nicht, deshalb wurde ihm nichts gesendet.${serverReply.de(p)}`,
  },
  'mailbox.encryption': {
    en: (p) =>
      `The mail server does not encrypt the connection as the settings say. Check port and encryption.${serverReply.en(p)}`,
    de: (p) =>
      `Der Mailserver verschlüsselt die Verbindung nicht so, wie es eingestellt ist. Prüfe Port und Verschlüsselung.${serverReply.de(p)}`,
  },
  'mailbox.hostUnknown': {
    en: () => 'There is no mail server of this name.',
    de: () => 'Einen Mailserver mit diesem Namen gibt es nicht.',
  },
  'mailbox.unreachable': {
    en: () => 'The mail server does not answer.',
    de: () => 'Der Mailserver antwortet nicht.',
  },
  'mailbox.silent': {
    en: () => 'The mail server took the connection and then said nothing.',
    de: () => 'Der Mailserver hat die Verbindung angenommen und dann nichts gesagt.',
  },
  'mailbox.dropped': {
    en: (p) => `The mail server ended the connection.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver hat die Verbindung beendet.${serverReply.de(p)}`,
  },
  'mailbox.busy': {
    en: (p) => `The mail server is busy. This is no fault of the account.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver ist ausgelastet. Am Konto liegt es nicht.${serverReply.de(p)}`,
  },
  'mailbox.server': {
    en: (p) => `The mail server refuses.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver lehnt ab.${serverReply.de(p)}`,
  },
} as const satisfies ReasonMessages;
