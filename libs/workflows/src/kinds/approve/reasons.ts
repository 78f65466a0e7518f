import { text, type ReasonMessages } from '../../reasons/reason-message.js';

/** Why a step came to what it came to. */
export const approvalReasons = {
  'answer.approved': (p) => `Approved by ${text(p['by'])}.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'answer.declined': (p) => `Declined by ${text(p['by'])}.${p['note'] ? ` ${text(p['note'])}` : ''}`,
  'answer.noAnswer': () => 'Nobody answered in time.',
} as const satisfies ReasonMessages;
