import { text, type ReasonMessages, type ReasonParams } from '../../reasons/reason-message.js';

const note = (p: ReasonParams): string => (p['note'] ? ` ${text(p['note'])}` : '');

/** Why a step came to what it came to. */
export const approvalReasons = {
  'answer.approved': {
    en: (p) => `Approved by ${text(p['by'])}.${note(p)}`,
    de: (p) => `Freigegeben von ${text(p['by'])}.${note(p)}`,
  },
  'answer.declined': {
    en: (p) => `Declined by ${text(p['by'])}.${note(p)}`,
    de: (p) => `Abgelehnt von ${text(p['by'])}.${note(p)}`,
  },
  'answer.noAnswer': {
    en: () => 'Nobody answered in time.',
    de: () => 'Niemand hat rechtzeitig geantwortet.',
  },
} as const satisfies ReasonMessages;
