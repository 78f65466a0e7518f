import type { DiagnosisCause, InboxCause } from './cause.js';
import { step, type CardFacts, type CardText } from './card-facts.js';

type Say = (facts: CardFacts) => CardText;
const karte = (title: string, why: string, ...steps: CardText['steps']): CardText => ({ title, why, steps });
const encryption = (security: string | undefined) => (security === 'tls' ? 'TLS von Anfang an' : 'STARTTLS');

export const german: Readonly<Record<Exclude<DiagnosisCause, InboxCause>, Say>> = {
  hostUnknown: ({ host, proposal }) =>
    karte(
      `Einen Server namens ${host} gibt es nicht`,
      `Der Name steht nicht im Verzeichnis des Internets, deshalb war nichts zu erreichen.${proposal.host ? ` ${proposal.host} gibt es, und es schreibt sich fast genauso.` : ''}`,
      step('Vergleiche den Servernamen mit der Hilfeseite deines Anbieters.'),
      step(
        proposal.host
          ? `Nimm ${proposal.host}, wenn du den gemeint hast.`
          : 'Verbessere ihn und teste noch einmal.',
      ),
    ),
  nameServers: ({ host }) =>
    karte(
      'Das Verzeichnis des Internets hat nicht geantwortet',
      `${host} ließ sich gerade nicht nachschlagen. Über deine Einstellungen sagt das nichts.`,
      step('Teste in einer Minute noch einmal. Zu ändern ist nichts.'),
    ),
  hostRefused: ({ host }) =>
    karte(
      `${host} steht nicht im öffentlichen Internet`,
      'Cueline verbindet sich nur mit öffentlichen Mailservern. Dieser Name führt in ein privates Netz.',
      step('Nimm den öffentlichen Namen des Mailservers.'),
      step('Soll der Server privat sein, kann ihn freigeben, wer dieses Cueline betreibt.'),
    ),
  noAnswer: ({ host, port }) =>
    karte(
      `Auf Port ${port} von ${host} antwortet nichts`,
      'Den Server gibt es, aber er nimmt dort keine Verbindung an. Die üblichen Ports 465 und 587 wurden auch versucht.',
      step('Prüfe Servernamen und Port bei deinem Anbieter.'),
      step('Stimmt beides, ist der Server vielleicht ausgefallen oder sperrt Verbindungen von hier.'),
    ),
  noAnswerOtherPort: ({ host, port, proposal }) =>
    karte(
      `Port ${port} antwortet nicht, Port ${proposal.port} schon`,
      `${host} nimmt E-Mails auf Port ${proposal.port} mit ${encryption(proposal.security)} an. Den anderen sperren viele Anbieter und Netze.`,
      step(`Nimm Port ${proposal.port}. Die Verschlüsselung wird passend eingestellt.`),
    ),
  otherEncryption: ({ port, proposal }) =>
    karte(
      'Die Verschlüsselung passt nicht zum Port',
      `Port ${port} dieses Servers spricht ${encryption(proposal.security)}. Versucht wurde es anders, deshalb haben sich beide nicht verstanden.`,
      step(`Stelle auf ${encryption(proposal.security)} um.`),
    ),
  notMailServer: ({ host, port }) =>
    karte(
      `Auf Port ${port} antwortet kein Server zum Senden`,
      `${host} sagte etwas, das kein SMTP ist. Oft ist das der Port des Posteingangs oder einer Website.`,
      step('Nimm Port 465 oder 587, oder was dein Anbieter für ausgehende E-Mails nennt.'),
    ),
  droppedUs: ({ who }) =>
    karte(
      `${who} antwortet nicht mehr`,
      'Die Verbindung kam zustande und endete oder verstummte, bevor etwas entschieden war. Dein Passwort wurde nicht abgelehnt.',
      step('Teste in einer Minute noch einmal.'),
      step(
        'Bleibt es so, frage deinen Anbieter, ob er Verbindungen aus anderen Ländern oder von Servern sperrt.',
      ),
    ),
  noEncryption: ({ host, port }) =>
    karte(
      'Der Server bietet hier keine Verschlüsselung an',
      `${host} nähme dein Passwort auf Port ${port} unverschlüsselt, und jeder auf dem Weg könnte es lesen. Gesendet wurde nichts.`,
      step('Nimm Port 465 mit TLS oder Port 587 mit STARTTLS.'),
      step('Geht beides nicht, frage deinen Anbieter nach einem verschlüsselten Weg.'),
    ),
  certificateName: ({ host, certificate, proposal }) =>
    karte(
      'Das Zertifikat gilt für einen anderen Namen',
      `Der Server nennt sich ${certificate?.names[0] ?? 'anders'}, nicht ${host}. Vermutlich ist es der richtige Server unter dem Namen seines Anbieters.`,
      step(
        proposal.host
          ? `Nimm ${proposal.host} als Server.`
          : 'Frage deinen Anbieter, welcher Servername zum Zertifikat gehört.',
      ),
    ),
  certificateExpired: ({ host, certificateEnd }) =>
    karte(
      'Das Zertifikat des Servers ist abgelaufen',
      `Das Zertifikat von ${host} galt bis ${certificateEnd}. Bis es erneuert ist, kann niemand sicher sein, dass das dein Server ist.`,
      step('Bitte den Betreiber des Servers, das Zertifikat zu erneuern.'),
      step('Teste danach noch einmal. Deine Einstellungen können bleiben.'),
    ),
  certificateUntrusted: ({ host, certificate }) =>
    karte(
      'Für das Zertifikat des Servers bürgt niemand',
      `${host} zeigt ein Zertifikat von ${certificate?.issuer || 'sich selbst'}, das keine anerkannte Stelle ausgestellt hat. Die Verbindung wurde getrennt, bevor dein Passwort hinausging.`,
      step(
        'Bitte den Betreiber um ein Zertifikat einer anerkannten Stelle. Let’s Encrypt stellt sie kostenlos aus.',
      ),
      step('Teste danach noch einmal. Deine Einstellungen können bleiben.'),
    ),
  encryptionFailed: ({ host }) =>
    karte(
      'Es kam keine sichere Verbindung zustande',
      `${host} und Cueline haben keine Verschlüsselung gefunden, die beiden als sicher gilt. TLS 1.2 ist das Mindeste.`,
      step('Versuche den anderen Port: 465 mit TLS oder 587 mit STARTTLS.'),
      step('Geht beides nicht, ist der Server zu alt. Frage deinen Anbieter nach einem neueren.'),
    ),
  altered: () =>
    karte(
      'Etwas hat die Verbindung verändert',
      'In dem Moment, als die Verschlüsselung begann, wurde unverschlüsselter Text eingeschoben. Der Test hat sofort aufgehört, gesendet wurde nichts.',
      step('Teste aus einem anderen Netz, oder gib deinem Anbieter Bescheid.'),
      step('Nimm Port 465, dort ist vom ersten Byte an verschlüsselt.'),
    ),
  noSignIn: ({ port }) =>
    karte(
      'Der Server nimmt hier keine Anmeldung an',
      `Auf Port ${port} bietet er keine Anmeldung an, die Cueline kennt. Port 25 etwa ist für Server unter sich.`,
      step('Nimm Port 465 mit TLS oder Port 587 mit STARTTLS.'),
    ),
  userName: ({ user, address }) =>
    karte(
      'Der Benutzername ist vermutlich deine ganze Adresse',
      `„${user}“ wurde abgelehnt. Die meisten Anbieter wollen ${address} als Benutzernamen.`,
      step(`Nimm ${address} als Benutzernamen.`),
    ),
  password: ({ who, user }) =>
    karte(
      `${who} nimmt dieses Passwort nicht an`,
      `Die Anmeldung als ${user} wurde abgelehnt. Das Passwort wurde vielleicht geändert, oder es ist ein Tippfehler darin.`,
      step(
        'Melde dich mit demselben Passwort auf der Website deines Anbieters an, um sicher zu sein, dass es stimmt.',
      ),
      step('Ist dort die Anmeldung in zwei Schritten an, lege ein Passwort für E-Mail-Programme an.'),
      step('Gib das Passwort hier ein und teste noch einmal.'),
    ),
  appPassword: ({ who, address, passwordPage }) =>
    karte(
      `${who} will ein App-Passwort`,
      `Dein übliches Passwort gilt auf der Website, andere Apps lässt ${who} damit nicht hinein. Ein App-Passwort ist ein eigenes, nur für Cueline, und du kannst es jederzeit zurückziehen.`,
      passwordPage
        ? step(`Öffne {link} und melde dich als ${address} an.`, passwordPage, `${who}: App-Passwörter`)
        : step('Öffne die Sicherheitseinstellungen deines Kontos beim Anbieter und suche App-Passwörter.'),
      step('Nenne es „Cueline“ und erstelle es. Die Anmeldung in zwei Schritten muss an sein.'),
      step('Kopiere es und füge es hier ein.'),
    ),
  switchedOff: ({ who, switchOnPage }) =>
    karte(
      `${who} lässt E-Mail-Programme noch nicht hinein`,
      'Das Senden aus anderen Programmen ist für dieses Postfach abgeschaltet. Es ist eine Einstellung beim Anbieter.',
      step(
        'Öffne {link} und schalte den Zugang für E-Mail-Programme ein.',
        switchOnPage ?? '',
        `${who}: Anleitung`,
      ),
      step('Teste noch einmal. Es kann einige Minuten dauern, bis es gilt.'),
    ),
  signInOff: ({ who, switchOnPage, canConnect }) =>
    karte(
      `${who} nimmt von Apps keine Passwörter mehr`,
      'Die Anmeldung mit Passwort ist für dieses Konto oder die ganze Organisation abgeschaltet. Die Anmeldung beim Anbieter selbst geht weiterhin.',
      ...(canConnect ? [step('Verbinde das Konto, indem du dich beim Anbieter anmeldest.')] : []),
      switchOnPage
        ? step('Lass es von deiner Administration erlauben: {link}.', switchOnPage, 'SMTP mit Anmeldung')
        : step('Bitte deine Administration, die SMTP-Anmeldung für dieses Postfach zu erlauben.'),
    ),
  signInExpired: ({ who }) =>
    karte(
      `Deine Anmeldung bei ${who} ist abgelaufen`,
      'Die Erlaubnis zum Senden wurde zurückgezogen oder ist abgelaufen. Wartende E-Mails bleiben erhalten und gehen hinaus, wenn du dich wieder anmeldest.',
      step(`Melde dich bei ${who} noch einmal an.`),
    ),
  busy: ({ who }) =>
    karte(
      `${who} ist ausgelastet`,
      'Der Server nimmt im Moment keine Verbindungen oder Anmeldungen mehr an. Dein Passwort wurde nicht geprüft, also gibt es nichts zu ändern.',
      step('Warte einige Minuten und teste noch einmal.'),
      step('Sendet ein anderes Programm ständig über dieses Konto, lass es pausieren.'),
    ),
  limit: ({ who }) =>
    karte(
      `${who} lässt dieses Konto vorerst nicht weiter senden`,
      'Das Konto hat seine Grenze an E-Mails erreicht. Anmeldung und Einstellungen gehen.',
      step(
        'Warte, bis der Anbieter neu zählt, meistens bis morgen. Wartende E-Mails gehen von selbst hinaus.',
      ),
      step('Kommt das oft vor, erhöhe die Grenze beim Anbieter oder stelle hier eine niedrigere ein.'),
    ),
  suspended: ({ who }) =>
    karte(
      `${who} hat dieses Konto gesperrt`,
      'Der Anbieter lässt es gar nicht senden: aus Sicherheit, wegen einer offenen Rechnung oder bis es geprüft ist.',
      step('Melde dich auf der Website des Anbieters an. Der Grund steht meistens dort.'),
      step('Kläre es mit dem Anbieter und teste noch einmal.'),
    ),
  reputation: ({ who }) =>
    karte(
      `${who} lehnt die Netzadresse dieses Cueline ab`,
      'Die Adresse der sendenden Maschine steht auf einer Sperrliste. Dein Konto und dein Passwort sind nicht der Grund.',
      step('Gib die Meldung des Servers an den Betreiber dieses Cueline weiter. Sie nennt die Liste.'),
    ),
  serverRefuses: ({ who }) =>
    karte(
      `${who} nimmt von hier keine Verbindung an`,
      'Der Server hat geantwortet und die Verbindung vor jeder Anmeldung abgewiesen.',
      step('Prüfe, ob das der Server für ausgehende E-Mails ist und nicht der für eingehende.'),
      step('Wenn ja, bitte den Anbieter, Verbindungen von hier zuzulassen.'),
    ),
  sender: ({ who, address }) =>
    karte(
      `${who} sendet nicht als ${address}`,
      'Die Anmeldung geht, aber dieses Konto darf die Adresse nicht als Absender verwenden.',
      step(`Füge ${address} beim Anbieter als Alias oder Absenderadresse des Kontos hinzu.`),
      step('Oder wähle hier eine Adresse, die zum Konto gehört.'),
    ),
  senderLetters: ({ address }) =>
    karte(
      `Der Server kann nicht als ${address} senden`,
      'Vor dem @ stehen andere Buchstaben als a bis z, und dieser Server nimmt sie nicht an.',
      step('Wähle eine Adresse aus den Buchstaben a bis z.'),
    ),
  relayDenied: ({ who }) =>
    karte(
      `${who} sendet nur für Angemeldete`,
      'Der Server hat keine Anmeldung gesehen, mit der man senden darf.',
      step('Gib Benutzernamen und Passwort des Postfachs ein und teste noch einmal.'),
    ),
  ownAddress: ({ address }) =>
    karte(
      `${address} nimmt keine E-Mails an`,
      'Die Anmeldung geht, aber der Server lehnt E-Mails an deine eigene Adresse ab. Antworten und Rückläufer gingen verloren.',
      step('Prüfe, wie die Adresse geschrieben ist.'),
      step('Sieh nach, dass es das Postfach gibt und es nicht voll ist.'),
    ),
  domainSetup: ({ address }) =>
    karte(
      `Die Domain von ${address} ist nicht zum Senden eingerichtet`,
      'Der Server will Einträge für SPF, DKIM oder DMARC sehen, die ihn nennen, und findet sie nicht.',
      step('Öffne unten die Prüfung deiner Domain und lege die Einträge an, die dort stehen.'),
      step('Teste nach einer Stunde noch einmal. Einträge brauchen eine Weile.'),
    ),
  testMail: () =>
    karte(
      'Die Test-E-Mail wurde abgelehnt',
      'Das Konto geht bis zu dem Moment, in dem gesendet wird. Die Nachricht selbst hat dem Server nicht gefallen.',
      step('Teste noch einmal. Bleibt es so, zeige deinem Anbieter die Meldung des Servers.'),
    ),
  unknown: ({ who }) =>
    karte(
      'Der Server hat etwas gesagt, das wir noch nicht kennen',
      `${who} hat abgelehnt, mit einem Grund, der zu keinem bekannten passt. Seine eigene Meldung steht unten.`,
      step('Lies die Meldung. Oft sagt sie, was verlangt wird.'),
      step('Kopiere sie für den Support deines Anbieters, wenn das nicht hilft.'),
    ),
};
