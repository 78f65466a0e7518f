import { text, type ReasonParams, type Sentences } from './reason-message.js';

const reply = (p: ReasonParams): string => text(p['reply'] ?? p['detail']);

/** What a mail server has said, as it said it. */
export const serverReply: Sentences = {
  en: (p) => (reply(p) ? ` The mail server said: “${reply(p)}”` : ''),
  de: (p) => (reply(p) ? ` Der Mailserver sagt: „${reply(p)}“` : ''),
};
