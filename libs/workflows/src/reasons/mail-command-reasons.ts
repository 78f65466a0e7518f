import type { ReasonMessages } from './reason-message.js';
import { serverReply } from './server-reply.js';

/** Why what a person asked of a mailbox came to what it came to. */
export const mailCommandReasons = {
  'mailCommand.asWished': {
    en: () => 'It was so already.',
    de: () => 'Es war schon so.',
  },
  'mailCommand.marked': {
    en: () =>
      'This mail server cannot remove single emails. The email is marked as deleted there and hidden here.',
    de: () =>
      'Dieser Mailserver kann einzelne E-Mails nicht entfernen. Die E-Mail ist dort als gelöscht markiert und hier ausgeblendet.',
  },
  'mailCommand.provider': {
    en: () => 'The provider files sent email itself.',
    de: () => 'Der Anbieter legt gesendete E-Mails selbst ab.',
  },
  'mailCommand.tryAgain': {
    en: (p) => `It is tried again soon.${serverReply.en(p)}`,
    de: (p) => `Es wird bald noch einmal versucht.${serverReply.de(p)}`,
  },
  'mailCommand.server': {
    en: (p) => `The mail server refused.${serverReply.en(p)}`,
    de: (p) => `Der Mailserver hat abgelehnt.${serverReply.de(p)}`,
  },
  'mailCommand.readOnly': {
    en: () => 'This folder may only be read.',
    de: () => 'Dieser Ordner darf nur gelesen werden.',
  },
  'mailCommand.notKept': {
    en: () => 'The mail server does not keep this mark in this folder.',
    de: () => 'Der Mailserver behält diese Markierung in diesem Ordner nicht.',
  },
  'mailCommand.notInTrash': {
    en: () => 'Only emails in Trash or Junk can be deleted for ever.',
    de: () => 'Endgültig löschen lassen sich nur E-Mails im Papierkorb oder im Spamordner.',
  },
  'mailCommand.noFolder': {
    en: () => 'The folder is no longer there.',
    de: () => 'Den Ordner gibt es nicht mehr.',
  },
  'mailCommand.movedElsewhere': {
    en: () => 'Somebody moved the email in another program meanwhile.',
    de: () => 'Die E-Mail wurde inzwischen in einem anderen Programm verschoben.',
  },
  'mailCommand.gone': {
    en: () => 'The email was deleted on the server meanwhile.',
    de: () => 'Die E-Mail wurde inzwischen auf dem Server gelöscht.',
  },
  'mailCommand.failed': {
    en: (p) => `It was tried ten times and did not work.${serverReply.en(p)}`,
    de: (p) => `Nach zehn Versuchen hat es nicht geklappt.${serverReply.de(p)}`,
  },
} as const satisfies ReasonMessages;
