import type { threads } from '@cueline/contracts';
import { blankDocument, type BlockDocument } from '@cueline/email/blocks';
import type { Letter } from '../../../domain/compose/letter.js';

type Answers = NonNullable<Letter['answers']>;

/** As long as a block takes it. */
const MOST = 20_000;

/** What an answer begins as: to whom, under which subject, above what it quotes. */
export function answerLetter({ to, cc, subject, quoted }: threads.AnswerStart, answers: Answers): Letter {
  return {
    to: [...to, ...cc].map(({ address, name }) => ({ address, name })),
    from: { type: 'brand' },
    category: 'transactional',
    templateId: null,
    subject,
    html: '',
    blocks: withQuote({ ...blankDocument(), subject: [{ type: 'text', text: subject }] }, quoted),
    attachments: [],
    sendAt: null,
    answers,
  };
}

/** The quoted text below the signature, a line for each of its lines; nothing of it is read as a field. */
function withQuote(document: BlockDocument, quoted: string): BlockDocument {
  const lines = quoted.slice(0, MOST).split('\n');
  if (quoted.trim() === '') return document;
  const content = lines.flatMap((text, i) => [
    ...(i > 0 ? [{ type: 'break' } as const] : []),
    ...(text === '' ? [] : [{ type: 'text', text } as const]),
  ]);
  return { ...document, blocks: [...document.blocks, { id: 'quote-1', type: 'text', content }] };
}
