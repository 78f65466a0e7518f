import type { Language, Texts } from '../../language/language.js';
import { text, type ReasonParams, type Sentences } from '../../reasons/reason-message.js';

/** The address that it leads to; one of which a query or a key is not shown says so. */
const to = (p: ReasonParams, language: Language): string =>
  `${text(p['to'])}${p['hides'] ? hidden[language] : ''}`;
const hidden: Texts = {
  en: ' (shown without what may be secret)',
  de: ' (ohne das gezeigt, was geheim sein kann)',
};
const receiver: Texts = {
  en: 'Enter the address that takes webhooks itself.',
  de: 'Gib die Adresse ein, die selbst Webhooks annimmt.',
};

/** What a redirection means, after "hooks.example.com answered 302" and "hooks.example.com hat mit 302 geantwortet", and what to do about it. */
const kinds: Readonly<Record<string, Sentences>> = {
  moved: {
    en: (p) =>
      ` and leads to ${to(p, 'en')}, which is not followed. ${p['hides'] ? 'Enter the whole address that it leads to.' : 'Enter this address.'}`,
    de: (p) =>
      ` und führt zu ${to(p, 'de')}; dem wird nicht gefolgt. ${p['hides'] ? 'Gib die ganze Adresse ein, zu der es führt.' : 'Gib diese Adresse ein.'}`,
  },
  elsewhere: {
    en: (p) =>
      ` and leads, for now, to ${to(p, 'en')}, which is not followed. A receiver answers 2xx itself: find out from whoever runs it which address takes webhooks.`,
    de: (p) =>
      ` und führt vorerst zu ${to(p, 'de')}; dem wird nicht gefolgt. Ein Empfänger antwortet selbst mit 2xx: Frage den Betreiber, welche Adresse Webhooks annimmt.`,
  },
  output: {
    en: (p) =>
      ` and leads to its output at ${to(p, 'en')}. It answered with a redirect after taking the call, most likely: look there whether it was carried out, then skip the step or try again. That address is good for this one answer alone, so keep the address of the step and let the receiver answer 2xx itself.`,
    de: (p) =>
      ` und führt zum Ergebnis unter ${to(p, 'de')}. Wahrscheinlich wurde der Aufruf angenommen und danach weitergeleitet: Sieh dort nach, ob er ausgeführt wurde, und überspringe den Schritt oder versuche es noch einmal. Jene Adresse gilt nur für diese eine Antwort. Behalte also die Adresse des Schritts und lass den Empfänger selbst mit 2xx antworten.`,
  },
  oneTime: {
    en: (p) =>
      ` and leads to ${to(p, 'en')}, an address that is good for this one call alone. Keep the address of the step, and find out from whoever runs it which address takes webhooks without a redirect.`,
    de: (p) =>
      ` und führt zu ${to(p, 'de')}, einer Adresse, die nur für diesen einen Aufruf gilt. Behalte die Adresse des Schritts und frage den Betreiber, welche Adresse Webhooks ohne Weiterleitung annimmt.`,
  },
  signIn: {
    en: (p) =>
      ` and asks for sign-in at ${to(p, 'en')}. Nobody signs in for a webhook: enter an address that takes calls without, or open this one to everyone who has its link.`,
    de: (p) =>
      ` und verlangt eine Anmeldung unter ${to(p, 'de')}. Für einen Webhook meldet sich niemand an: Gib eine Adresse ein, die Aufrufe ohne Anmeldung annimmt, oder öffne diese für alle, die ihren Link haben.`,
  },
  loop: {
    en: (p) =>
      ` and leads back to the very same address${p['hides'] ? hidden.en : ''}. The mistake is at the receiver: it answers 2xx once that is put right.`,
    de: (p) =>
      ` und führt zu derselben Adresse zurück${p['hides'] ? hidden.de : ''}. Der Fehler liegt beim Empfänger: Er antwortet mit 2xx, sobald das behoben ist.`,
  },
  notEncrypted: {
    en: (p) =>
      ` and leads to ${to(p, 'en')}, without encryption. Webhooks go to https addresses alone. ${receiver.en}`,
    de: (p) =>
      ` und führt unverschlüsselt zu ${to(p, 'de')}. Webhooks gehen nur an https-Adressen. ${receiver.de}`,
  },
  inside: {
    en: (p) => ` and leads to ${to(p, 'en')}, which is not on the public internet. ${receiver.en}`,
    de: (p) => ` und führt zu ${to(p, 'de')}, was nicht im öffentlichen Internet liegt. ${receiver.de}`,
  },
  nowhere: {
    en: () =>
      ', a redirect that does not say where to. Check that the address is complete; a receiver answers 2xx itself.',
    de: () =>
      ', einer Weiterleitung ohne Ziel. Prüfe, ob die Adresse vollständig ist; ein Empfänger antwortet selbst mit 2xx.',
  },
  unreadable: {
    en: () =>
      ', a redirect to something that is no web address. Check that the address is complete; a receiver answers 2xx itself.',
    de: () =>
      ', einer Weiterleitung zu etwas, das keine Webadresse ist. Prüfe, ob die Adresse vollständig ist; ein Empfänger antwortet selbst mit 2xx.',
  },
  choices: {
    en: () => ', which offers several addresses to choose from. Enter the one that takes webhooks.',
    de: () => ', was mehrere Adressen zur Wahl stellt. Gib die ein, die Webhooks annimmt.',
  },
  notModified: {
    en: () =>
      ' (not modified), which is no answer to a call that brings something. A receiver answers 2xx: the mistake is there.',
    de: () =>
      ' (nicht geändert), was keine Antwort auf einen Aufruf ist, der etwas bringt. Ein Empfänger antwortet mit 2xx: Der Fehler liegt dort.',
  },
  proxy: {
    en: () =>
      ', which asks to be called through a proxy. That is not done: enter an address that is called directly.',
    de: () =>
      ' und will über einen Proxy aufgerufen werden. Das geht nicht: Gib eine Adresse ein, die direkt aufgerufen wird.',
  },
  unknown: {
    en: () => ', which is no answer to a webhook. A receiver answers 2xx.',
    de: () => ', was keine Antwort auf einen Webhook ist. Ein Empfänger antwortet mit 2xx.',
  },
};
/** Reasons of runs before redirections had kinds say the status alone. */
const plain: Sentences = {
  en: () => ` and leads elsewhere, which is not followed. ${receiver.en}`,
  de: () => ` und führt woandershin; dem wird nicht gefolgt. ${receiver.de}`,
};

const rest = (p: ReasonParams, language: Language): string => {
  const kind = text(p['kind']);
  return (Object.hasOwn(kinds, kind) ? kinds[kind]! : plain)[language](p);
};

export const redirectionMessage: Sentences = {
  en: (p) => `${text(p['host'])} answered ${String(p['status'])}${rest(p, 'en')}`,
  de: (p) => `${text(p['host'])} hat mit ${String(p['status'])} geantwortet${rest(p, 'de')}`,
};
