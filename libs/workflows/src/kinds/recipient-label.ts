import type { Language, Texts } from '../language/language.js';
import type { NoticeRecipient } from './notify-staff/step.js';
import type { Recipient } from './send-mail/step.js';

type Role = Exclude<(Recipient | NoticeRecipient)['role'], 'address'>;

/** After "to", "an". */
const roles: Readonly<Record<Role, Texts>> = {
  client: { en: 'the client', de: 'den Kunden' },
  vendors: { en: 'the vendors', de: 'die Dienstleister' },
  staff: { en: 'the staff', de: 'das Team der Buchung' },
  inquirer: { en: 'the person who asked', de: 'die anfragende Person' },
  owner: { en: 'the owner', de: 'den Inhaber' },
  members: { en: 'everybody of the studio', de: 'alle im Studio' },
};
const anAddress: Texts = { en: 'an address', de: 'eine Adresse' };

/** "the client", "den Kunden", or the address itself. */
export const recipientLabel = (to: Recipient | NoticeRecipient, language: Language): string =>
  to.role === 'address' ? to.address || anAddress[language] : roles[to.role][language];
