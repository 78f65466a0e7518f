import type { ProblemMessages, SpokenParams } from '../problems/problem.js';
import { loopMessages } from './loop-messages.js';
import { schemaMessages } from './schema-messages.js';
import { timeMessages } from './time-messages.js';

const answersWithoutLimit = (p: SpokenParams): 'mail' | 'inquiry' =>
  p['what'] === 'mail' ? 'mail' : 'inquiry';

/** Of a definition as a whole. */
export const definitionMessages = {
  ...schemaMessages,
  ...timeMessages,
  ...loopMessages,
  'workflow.empty': {
    en: () => 'Nothing happens yet. Add a first step.',
    de: () => 'Noch geschieht nichts. Füge einen ersten Schritt hinzu.',
  },
  'trigger.unknownEvent': {
    en: (p) => `There is no event "${p['event']}". Choose one from the list.`,
    de: (p) => `Das Ereignis „${p['event']}“ gibt es nicht. Wähle eins aus der Liste.`,
  },
  'trigger.unknownBrand': {
    en: () => 'This brand does not exist in the studio. Choose another.',
    de: () => 'Diese Marke gibt es im Studio nicht. Wähle eine andere.',
  },
  'trigger.answersWithoutLimit': {
    en: (p) =>
      ({
        mail: 'Every mail is answered, however many the same person or machine writes. Set "How often" to once for each client.',
        inquiry:
          'An inquiry is answered every time. Set "How often" to once for each record or for each client.',
      })[answersWithoutLimit(p)],
    de: (p) =>
      ({
        mail: 'Jede E-Mail wird beantwortet, wie viele auch dieselbe Person oder Maschine schreibt. Setze „Wie oft“ auf einmal je Kunde.',
        inquiry:
          'Eine Anfrage wird jedes Mal beantwortet. Setze „Wie oft“ auf einmal je Datensatz oder je Kunde.',
      })[answersWithoutLimit(p)],
  },
  'step.unknownKind': {
    en: (p) => `There is no step "${p['kind']}". Known: ${p['known']}.`,
    de: (p) => `Den Schritt „${p['kind']}“ gibt es nicht. Bekannt sind: ${p['known']}.`,
  },
  'step.duplicateId': {
    en: (p) => `Two steps are called "${p['id']}" inside. Give one of them another id.`,
    de: (p) => `Zwei Schritte haben die Kennung „${p['id']}“. Gib einem davon eine andere.`,
  },
  'step.unreachable': {
    en: () => 'No run can get here: everything before it ends. Remove it or the end above.',
    de: () =>
      'Kein Durchlauf kommt hierher: Alles davor endet. Entferne diesen Schritt oder das Ende darüber.',
  },
  'path.duplicateId': {
    en: (p) => `Two paths are called "${p['id']}" inside. Give one of them another id.`,
    de: (p) => `Zwei Wege haben die Kennung „${p['id']}“. Gib einem davon eine andere.`,
  },
  'mail.tooManyADay': {
    en: (p) =>
      `Within a day ${p['count']} mails go to ${p['to']}, more than ${p['limit']}. Put a wait of a day between them, or write fewer.`,
    de: (p) =>
      `An einem Tag gehen ${p['count']} E-Mails an ${p['to']}, mehr als ${p['limit']}. Setze ein Warten von einem Tag dazwischen oder schreibe weniger.`,
  },
} as const satisfies ProblemMessages;
