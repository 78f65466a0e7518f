import { expect, it } from '@jest/globals';
import { answerLetter } from './answer-letter.js';

const start = {
  to: [{ name: 'Mara', address: 'mara@clients.test' }],
  cc: [{ name: '', address: 'elis@clients.test' }],
  subject: 'Re: {{ booking.title }}',
  quoted: '> Hello {{ client.firstName }}\n>\n> 13:30?',
  about: null,
  parts: [],
};
const answers = { messageId: '01890000-0000-7000-8000-000000000001', kind: 'replyAll' } as const;

it('begins an answer to all of them, with what it quotes as text and never as fields', () => {
  const { to, blocks, answers: answered } = answerLetter(start, answers);
  expect(to.map(({ address }) => address)).toEqual(['mara@clients.test', 'elis@clients.test']);
  expect(answered).toEqual(answers);
  expect(blocks?.subject).toEqual([{ type: 'text', text: start.subject }]);
  expect(blocks?.blocks.at(-1)).toEqual({
    id: 'quote-1',
    type: 'text',
    content: [
      { type: 'text', text: '> Hello {{ client.firstName }}' },
      { type: 'break' },
      { type: 'text', text: '>' },
      { type: 'break' },
      { type: 'text', text: '> 13:30?' },
    ],
  });
});

it('has no empty quote', () => {
  const { blocks } = answerLetter({ ...start, quoted: '' }, answers);
  expect(blocks?.blocks.map(({ type }) => type)).toEqual(['text', 'signature']);
});
