import type { attachments } from '@cueline/contracts';
import type { EventType } from '@cueline/workflows';
import { blankDocument, type BlockDocument } from '@cueline/email/blocks';
import type { saveMailDraft, startMail } from '../../api-client/generated/sdk.gen.js';

export type Content = Parameters<typeof saveMailDraft>[0]['body']['content'];
export type MailStart = Awaited<ReturnType<typeof startMail<true>>>['data'];

/** A letter as far as it is written. */
export type Letter = Omit<Content, 'blocks' | 'attachments'> & {
  readonly blocks: BlockDocument | null;
  readonly attachments: readonly attachments.Attachment[];
};
export type Sender = Letter['from'];
export type About = Pick<MailStart['about'], 'type' | 'id'>;

/** A draft that was begun before, or a new one. */
export interface Opened {
  readonly id: string;
  readonly letter: Letter;
  /** The server has it. */
  readonly isKept: boolean;
}

/** Whose fields it can be filled in with. */
export const eventOf: Readonly<Record<About['type'], EventType>> = {
  booking: 'booking.created',
  client: 'client.unsubscribed',
  inquiry: 'inquiry.received',
  invoice: 'invoice.issued',
  project: 'project.stage_changed',
  staff: 'client.unsubscribed',
  vendor: 'client.unsubscribed',
};

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
    blocks: blankDocument(),
    attachments: [],
    sendAt: null,
    answers: null,
  };
}

/** What it says, as the API takes it: in blocks or as source. */
export const contentOf = ({ blocks, subject, html }: Letter) => (blocks ? { blocks } : { subject, html });

export const keyOfSender = (sender: Sender): string => (sender.type === 'staff' ? sender.id : 'brand');
