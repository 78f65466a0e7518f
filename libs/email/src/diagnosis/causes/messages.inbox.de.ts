import { step, type CardFacts, type CardText } from './card-facts.js';
import type { DiagnosisCause, InboxCause } from './cause.js';

type Say = (facts: CardFacts) => CardText;
type Other = Readonly<Partial<Record<DiagnosisCause, Say>> & Record<InboxCause, Say>>;
const karte = (title: string, why: string, ...steps: CardText['steps']): CardText => ({ title, why, steps });

/** Was bei einem Postfach anders ist als bei einem Konto, das sendet. */
export const inboxGerman = {
  noAnswer: ({ host, port }) =>
    karte(
      `Auf Port ${port} von ${host} antwortet nichts`,
      'Den Server gibt es, aber er nimmt dort keine Verbindung an. Die üblichen Ports eines Posteingangs, 993 und 143, wurden auch versucht.',
      step('Prüfe Servernamen und Port bei deinem Anbieter.'),
      step('Stimmt beides, ist der Server vielleicht ausgefallen oder sperrt Verbindungen von hier.'),
    ),
  noAnswerOtherPort: ({ host, port, proposal }) =>
    karte(
      `Port ${port} antwortet nicht, Port ${proposal.port} schon`,
      `Bei ${host} lassen sich E-Mails auf Port ${proposal.port} lesen.`,
      step(`Nimm Port ${proposal.port}. Die Verschlüsselung wird passend eingestellt.`),
    ),
  notMailServer: ({ host, port }) =>
    karte(
      `Was auf Port ${port} antwortet, ist kein Posteingang`,
      `${host} hat etwas gesagt, das kein IMAP ist. Oft ist es der Port zum Senden oder der einer Website.`,
      step('Nimm Port 993 oder den, den dein Anbieter für eingehende E-Mails (IMAP) nennt.'),
    ),
  noEncryption: ({ host, port }) =>
    karte(
      'Der Server bietet hier keine Verschlüsselung',
      `${host} würde dein Passwort auf Port ${port} unverschlüsselt annehmen, und unterwegs könnte es jeder lesen. Es wurde nichts gesendet.`,
      step('Nimm Port 993 mit TLS.'),
      step('Geht das nicht, frag deinen Anbieter nach einem verschlüsselten Weg zum Lesen.'),
    ),
  encryptionFailed: ({ host }) =>
    karte(
      'Es kam keine sichere Verbindung zustande',
      `${host} und Cueline haben keine Verschlüsselung gefunden, die beide für sicher halten. TLS 1.2 ist das Mindeste.`,
      step('Nimm Port 993 mit TLS. Scheitert das, ist der Server zu alt: Frag nach einem neueren.'),
    ),
  altered: () =>
    karte(
      'Etwas hat die Verbindung verändert',
      'Beim Beginn der Verschlüsselung wurde unverschlüsselter Text eingeschoben. Der Test hielt sofort an, dein Passwort wurde nicht gesendet.',
      step('Teste aus einem anderen Netz, oder sag es deinem Anbieter.'),
      step('Nimm Port 993: Dort beginnt die Verschlüsselung mit dem ersten Byte.'),
    ),
  noSignIn: ({ port }) =>
    karte(
      'Der Server nimmt hier keine Anmeldung an',
      `Auf Port ${port} bietet er keine Anmeldung an, die Cueline kennt.`,
      step('Nimm Port 993 mit TLS.'),
    ),
  switchedOff: ({ who, switchOnPage }) =>
    karte(
      `IMAP ist bei ${who} abgeschaltet`,
      'Andere Programme dürfen dieses Postfach noch nicht lesen. Es ist eine Einstellung beim Anbieter, am Passwort liegt es nicht.',
      switchOnPage
        ? step('Öffne {link} und schalte IMAP ein.', switchOnPage, `${who}: Anleitung`)
        : step(
            'Melde dich auf der Website deines Anbieters an und schalte in den Einstellungen des Postfachs IMAP ein.',
          ),
      step('Teste noch einmal. Bis es wirkt, kann es ein paar Minuten dauern.'),
    ),
  signInOff: ({ who, canConnect }) =>
    karte(
      `${who} nimmt von Programmen keine Passwörter mehr`,
      'Die Anmeldung mit Passwort ist für dieses Postfach oder die ganze Organisation abgeschaltet. Beim Anbieter selbst kannst du dich weiter anmelden.',
      canConnect
        ? step('Verbinde das Postfach, indem du dich beim Anbieter anmeldest.')
        : step('Bitte deine Administration, IMAP für dieses Postfach zu erlauben.'),
    ),
  signInExpired: ({ who }) =>
    karte(
      `Deine Anmeldung bei ${who} ist abgelaufen`,
      'Die Erlaubnis zu lesen wurde zurückgenommen oder ist abgelaufen. Gelesenes bleibt, und der Rest wird nach der neuen Anmeldung nachgeholt.',
      step(`Melde dich bei ${who} neu an.`),
    ),
  serverRefuses: ({ who }) =>
    karte(
      `${who} nimmt von hier keine Verbindung an`,
      'Der Server hat geantwortet und die Verbindung noch vor der Anmeldung abgewiesen.',
      step('Prüfe, ob das der Server für eingehende E-Mails (IMAP) ist.'),
      step('Ist er es, bitte den Anbieter, Verbindungen von hier zuzulassen.'),
    ),
  notConnected: ({ who }) =>
    karte(
      `${who} meldet dich an, öffnet aber das Postfach nicht`,
      'Das Passwort stimmte, und trotzdem ging das Postfach nicht auf. Der Server ist ausgelastet, oder IMAP ist für dieses Postfach nicht erlaubt.',
      step('Warte ein paar Minuten und teste noch einmal.'),
      step('Bleibt es so, frag deine Administration, ob IMAP für dieses Postfach erlaubt ist.'),
    ),
  noInbox: ({ who, address }) =>
    karte(
      `${who} öffnet den Posteingang nicht`,
      `Die Anmeldung geht, aber der Server zeigt die Ordner von ${address} nicht.`,
      step('Melde dich auf der Website deines Anbieters an und sieh nach, ob der Posteingang dort aufgeht.'),
      step('Geht er auf, zeige deinem Anbieter die Meldung des Servers.'),
    ),
} satisfies Other;
