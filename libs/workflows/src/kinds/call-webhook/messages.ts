import { fieldIn } from '../../problems/field-in.js';
import type { ProblemMessages } from '../../problems/problem.js';

export const webhookProblems = {
  'webhook.noAddress': {
    en: () => 'Enter the address that is called.',
    de: () => 'Gib die Adresse ein, die aufgerufen wird.',
  },
  'webhook.badAddress': {
    en: () => 'This is no address that can be called. Enter one such as https://hooks.example.com/cueline.',
    de: () =>
      'Das ist keine Adresse, die aufgerufen werden kann. Gib eine ein wie https://hooks.example.com/cueline.',
  },
  'webhook.credentials': {
    en: () => 'Take the name and password out of the address: whoever is called knows us by the signature.',
    de: () => 'Nimm Name und Passwort aus der Adresse: Der Empfänger erkennt uns an der Signatur.',
  },
  'webhook.notEncrypted': {
    en: (p) => `${p['host']} would be called without encryption. Enter an address that begins with https://.`,
    de: (p) =>
      `${p['host']} würde unverschlüsselt aufgerufen. Gib eine Adresse ein, die mit https:// beginnt.`,
  },
  'webhook.port': {
    en: (p) => `Port ${p['port']} is not one for webhooks. Use 443, or one from 1024 on.`,
    de: (p) => `Port ${p['port']} ist keiner für Webhooks. Nimm 443 oder einen ab 1024.`,
  },
  'webhook.inside': {
    en: (p) =>
      `${p['host']} is not on the public internet, so it is not called. Enter an address that everybody can reach.`,
    de: (p) =>
      `${p['host']} liegt nicht im öffentlichen Internet und wird deshalb nicht aufgerufen. Gib eine Adresse ein, die alle erreichen.`,
  },
  'webhook.fieldUnavailable': {
    en: (p) => `${fieldIn(p, 'en')} is not known when this workflow starts. Take it out of the fields.`,
    de: (p) => `${fieldIn(p, 'de')} ist nicht bekannt, wenn dieser Ablauf startet. Nimm es aus den Feldern.`,
  },
} as const satisfies ProblemMessages;
