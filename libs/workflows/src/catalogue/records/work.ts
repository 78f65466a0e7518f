import { choices, record } from '../field.js';

export const task = record('task', 'Task', {
  title: ['text', 'Title', 'Call the venue'],
  notes: ['text', 'Notes', 'Ask about the back-up room', { empty: true }],
  status: [
    'choice',
    'Status',
    'open',
    { choices: choices({ open: 'Open', done: 'Done', dropped: 'Dropped' }) },
  ],
  dueAt: ['instant', 'Due at', '2027-05-20T09:00:00.000Z', { empty: true }],
});

export const message = record('message', 'Mail', {
  from: ['text', 'Sender', 'mara@example.test'],
  subject: ['text', 'Subject', 'A question about our session'],
  text: ['text', 'Text', 'Hello, may we bring our dog?', { empty: true }],
  receivedAt: ['instant', 'Received at', '2027-05-02T18:20:00.000Z'],
});
