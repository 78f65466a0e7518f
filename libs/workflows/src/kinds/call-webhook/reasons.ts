import type { Language, Texts } from '../../language/language.js';
import {
  text,
  type ReasonMessage,
  type ReasonMessages,
  type ReasonParams,
} from '../../reasons/reason-message.js';
import { redirectionMessage } from './redirection-reasons.js';

/** Why nobody took a webhook. */
const causes = {
  timeout: { en: 'there was no answer in ten seconds', de: 'in zehn Sekunden kam keine Antwort' },
  unknownName: { en: 'nobody knows this name', de: 'diesen Namen kennt niemand' },
  refused: { en: 'nobody listens there', de: 'dort hört niemand' },
  unreachable: { en: 'there is no way to it', de: 'kein Weg führt dorthin' },
  certificate: { en: 'its certificate cannot be trusted', de: 'dem Zertifikat ist nicht zu trauen' },
  closed: { en: 'the connection broke off', de: 'die Verbindung brach ab' },
  noHttp: { en: 'what it answered cannot be read', de: 'die Antwort ist nicht lesbar' },
} as const satisfies Readonly<Record<string, Texts>>;
type Cause = keyof typeof causes;

const host = (p: ReasonParams): string => text(p['host']);
const cause = (p: ReasonParams, language: Language): string =>
  (causes[text(p['cause']) as Cause] ?? causes.closed)[language];
const triedAgain: Texts = { en: 'It is tried again.', de: 'Es wird noch einmal versucht.' };

const answered = {
  en: (p: ReasonParams) =>
    `${host(p)} answered ${String(p['status'])}${p['answer'] ? `: “${text(p['answer'])}”.` : '.'}`,
  de: (p: ReasonParams) =>
    `${host(p)} hat mit ${String(p['status'])} geantwortet${p['answer'] ? `: „${text(p['answer'])}“.` : '.'}`,
};

/** Why a webhook was, or was not, taken. */
export const webhookReasons = {
  'webhook.waiting': {
    en: (p) => `${host(p)} is being called.`,
    de: (p) => `${host(p)} wird gerade aufgerufen.`,
  },
  'webhook.delivered': {
    real: {
      en: (p) =>
        p['to']
          ? `${host(p)} has taken it. It answered with a redirect after taking the call (${String(p['status'])}), to its output at ${text(p['to'])}, which is not read.`
          : `${host(p)} has taken it.`,
      de: (p) =>
        p['to']
          ? `${host(p)} hat es angenommen. Danach kam eine Weiterleitung (${String(p['status'])}) zum Ergebnis unter ${text(p['to'])}, das nicht gelesen wird.`
          : `${host(p)} hat es angenommen.`,
    },
    rehearsed: { en: (p) => `Would call ${host(p)}.`, de: (p) => `Würde ${host(p)} aufrufen.` },
  },
  'webhook.unreachable': {
    en: (p) => `${host(p)} did not take it: ${cause(p, 'en')}. ${triedAgain.en}`,
    de: (p) => `${host(p)} hat es nicht angenommen: ${cause(p, 'de')}. ${triedAgain.de}`,
  },
  'webhook.busy': {
    en: (p) => `${answered.en(p)} ${triedAgain.en}`,
    de: (p) => `${answered.de(p)} ${triedAgain.de}`,
  },
  'webhook.gaveUp': {
    en: (p) =>
      `It was tried ${String(p['attempts'])} times in a day and a half. ${lastTry(p['last'], 'en')}`.trimEnd(),
    de: (p) =>
      `Es wurde in anderthalb Tagen ${String(p['attempts'])} Mal versucht. ${lastTry(p['last'], 'de')}`.trimEnd(),
  },
  'webhook.refused': answered,
  'webhook.gone': {
    en: (p) =>
      `${host(p)} says that nothing is to be sent there any more (410). Enter another address, or remove the step.`,
    de: (p) =>
      `${host(p)} sagt, dass dorthin nichts mehr gesendet werden soll (410). Gib eine andere Adresse ein oder entferne den Schritt.`,
  },
  'webhook.redirected': redirectionMessage,
  'webhook.noAddress': {
    en: () => 'There is no address to call.',
    de: () => 'Es fehlt die Adresse, die aufgerufen wird.',
  },
  'webhook.badAddress': {
    en: () => 'The address is none that can be called.',
    de: () => 'Die Adresse ist keine, die aufgerufen werden kann.',
  },
  'webhook.credentials': {
    en: () => 'The address holds a name or a password.',
    de: () => 'In der Adresse steht ein Name oder ein Passwort.',
  },
  'webhook.notEncrypted': {
    en: (p) => `${host(p)} would be called without encryption.`,
    de: (p) => `${host(p)} würde unverschlüsselt aufgerufen.`,
  },
  'webhook.port': {
    en: (p) => `${host(p)} is on a port that is not one for webhooks.`,
    de: (p) => `${host(p)} liegt auf einem Port, der keiner für Webhooks ist.`,
  },
  'webhook.inside': {
    en: (p) =>
      `${host(p)} is not on the public internet${p['address'] ? `: it leads to ${text(p['address'])}` : ''}.`,
    de: (p) =>
      `${host(p)} liegt nicht im öffentlichen Internet${p['address'] ? `: Es führt zu ${text(p['address'])}` : ''}.`,
  },
} as const satisfies ReasonMessages;

/** What the last of many tries came to. */
function lastTry(reason: unknown, language: Language): string {
  const { code = '', params = {} } = (reason ?? {}) as { code?: string; params?: ReasonParams };
  const messages: Readonly<Record<string, ReasonMessage>> = webhookReasons;
  const message = Object.hasOwn(messages, code) ? messages[code] : undefined;
  return message && 'en' in message ? message[language](params).replace(` ${triedAgain[language]}`, '') : '';
}
