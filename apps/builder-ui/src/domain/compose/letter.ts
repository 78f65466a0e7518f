import type { saveMailDraft, startMail } from '../../api-client/generated/sdk.gen.js';

type Content = Parameters<typeof saveMailDraft>[0]['body']['content'];
export type MailStart = Awaited<ReturnType<typeof startMail<true>>>['data'];

/** A letter as far as it is written. */
export type Letter = Content;
export type Sender = Letter['from'];
export type About = Pick<MailStart['about'], 'type' | 'id'>;

/** A draft that was begun before, or a new one. */
export interface Opened {
  readonly id: string;
  readonly letter: Letter;
  /** The server has it. */
  readonly isKept: boolean;
}

/** Begun to the likeliest person on the record. */
export function newLetter({ people }: MailStart): Letter {
  const first = people.find(({ address }) => address !== null);
  return {
    to: first?.address ? [{ address: first.address, name: first.name }] : [],
    from: { type: 'brand' },
    category: 'transactional',
    templateId: null,
    subject: '',
    html: '',
    sendAt: null,
  };
}

export const keyOfSender = (sender: Sender): string => (sender.type === 'staff' ? sender.id : 'brand');
