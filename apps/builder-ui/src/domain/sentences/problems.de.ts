/** What is wrong and how to fix it, by its code; one that names values of the workflow is said by the server, in English. */
const problemsDe: Readonly<Record<string, string>> = {
  'definition.tooLarge': 'Dieser Ablauf ist zu groß. Teile ihn auf mehrere auf.',
  'workflow.empty': 'Noch geschieht nichts. Füge einen ersten Schritt hinzu.',
  'trigger.unknownBrand': 'Diese Marke gibt es im Studio nicht. Wähle eine andere.',
  'step.unreachable':
    'Kein Durchlauf kommt hierher: Alles davor endet. Entferne diesen Schritt oder das Ende darüber.',
  'mail.noTemplate': 'Wähle eine Vorlage.',
  'mail.templateMissing': 'Die Vorlage gibt es nicht mehr. Wähle eine andere.',
  'task.noTitle': 'Sag, was zu tun ist.',
  'task.nobodyChosen': 'Wähle, wer die Aufgabe bekommt.',
  'task.assigneeMissing': 'Diese Person ist nicht mehr da. Wähle eine andere.',
  'task.staffUnavailable': 'Dieser Ablauf startet mit einem Datensatz ohne Team. Wähle jemand anderen.',
  'update.nothing': 'Nichts wird geändert. Füge eine Änderung hinzu oder entferne den Schritt.',
  'wait.noMoment': 'Sag, wie lange gewartet wird oder bis wann.',
  'wait.noTime': 'Dieses Warten dauert nicht. Setze eine Dauer oder entferne es.',
  'limit.noTime': 'In keiner Zeit kann nichts geschehen. Setze, wie lange höchstens gewartet wird.',
  'approve.noQuestion': 'Sag, was freigegeben werden soll.',
  'approve.sameEitherWay':
    'Abgelehnt geht der Durchlauf weiter wie freigegeben. Setze ein Ende auf den Weg „Abgelehnt“ oder das Freizugebende auf den Weg „Freigegeben“.',
  'approve.noLimit':
    'Der Weg ohne Antwort wird nie genommen, weil es keine Frist gibt. Setze eine oder leere den Weg.',
  'start.noWorkflow': 'Wähle einen Ablauf.',
  'start.workflowMissing': 'Den Ablauf gibt es nicht mehr. Wähle einen anderen.',
  'start.neverAgain':
    'Dieser Ablauf startet nur einmal je Datensatz oder Kunde und deshalb nicht noch einmal sich selbst. Setze „Wie oft“ auf jedes Mal.',
  'loop.startsItself':
    'Jeder Durchlauf startet diesen Ablauf sofort wieder. Setze ein Warten oder eine Entscheidung davor.',
  'webhook.noAddress': 'Gib die Adresse ein, die aufgerufen wird.',
  'webhook.badAddress':
    'Das ist keine Adresse, die aufgerufen werden kann. Gib eine ein wie https://hooks.example.com/cueline.',
  'webhook.credentials': 'Nimm Name und Passwort aus der Adresse: Der Empfänger erkennt uns an der Signatur.',
  'notify.noSubject': 'Sag im Betreff, worum es geht.',
  'decide.sameEitherWay':
    'Wie auch entschieden wird, geschieht dasselbe: Alle Wege sind leer. Füge einem einen Schritt hinzu oder entferne die Entscheidung.',
  'decide.noOtherwise': 'Der Weg „Sonst“ fehlt. Füge ihn als letzten hinzu.',
  'decide.otherwiseNotLast': 'Der Weg „Sonst“ muss zuletzt kommen.',
  'decide.otherwiseWithCondition':
    'Der Weg „Sonst“ hat eine Bedingung. Entferne sie oder mache einen eigenen Weg daraus.',
  'decide.onePath': 'Eine Entscheidung braucht mindestens zwei Wege.',
  'condition.emptyGroup': 'Diese Gruppe ist leer. Füge einen Vergleich hinzu oder entferne die Gruppe.',
};

interface Problem {
  readonly code: string;
  readonly message: string;
}

/** A problem in German where its code says all. */
export const problemDe = ({ code, message }: Problem): string =>
  (Object.hasOwn(problemsDe, code) ? problemsDe[code] : undefined) ?? message;
