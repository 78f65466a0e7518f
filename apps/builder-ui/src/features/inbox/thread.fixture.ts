import type { Message, Thread } from './thread-types.js';

const id = (n: number) => `01890000-0000-7000-8000-00000000000${n}`;
const mara = { name: 'Mara Lindqvist', address: 'mara@clients.test' };

/** A conversation as the server lists it. */
export const threadOf = (more: Partial<Thread> = {}): Thread => ({
  id: id(1),
  brandId: id(2),
  subject: 'Timeline for the big day',
  people: [mara],
  links: [],
  snippet: 'Could we start at 13:30?',
  messages: 3,
  unread: 0,
  isFlagged: false,
  isLastOurs: false,
  needsAnswer: true,
  hasFiles: false,
  lastAt: '2026-12-01T09:00:00Z',
  question: null,
  pending: 0,
  refused: 0,
  ...more,
});

/** An email of it. */
export const messageOf = (more: Partial<Message> = {}): Message => ({
  id: id(3),
  direction: 'incoming',
  kind: 'human',
  evidence: [],
  from: [mara],
  replyTo: [],
  to: [{ name: '', address: 'hello@studio.test' }],
  cc: [],
  subject: 'Timeline for the big day',
  snippet: 'Could we start at 13:30?',
  replyText: 'Could we start at 13:30?',
  text: 'Could we start at 13:30?\n\n> Here is the plan',
  html: '',
  hasRemoteImages: false,
  parts: [],
  isUnread: false,
  isFlagged: false,
  occurredAt: '2026-12-01T09:00:00Z',
  headerDate: null,
  sendId: null,
  runId: null,
  workflow: null,
  state: null,
  folders: [],
  pending: [],
  refused: [],
  effects: [],
  ...more,
});

export const tomas = { type: 'client', id: id(4), label: 'Tomas Brandt' } as const;
