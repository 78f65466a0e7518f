import { choices, record } from '../field.js';

const euros = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

export const invoice = record('invoice', 'Invoice', {
  number: ['text', 'Number', '2027-014'],
  status: [
    'choice',
    'Status',
    'issued',
    {
      choices: choices({ draft: 'Draft', issued: 'Issued', overdue: 'Overdue', paid: 'Paid', void: 'Void' }),
    },
  ],
  total: ['money', 'Total', euros(240_000)],
  paid: ['money', 'Paid so far', euros(80_000)],
  balance: ['money', 'Balance due', euros(160_000)],
  issuedOn: ['date', 'Issued on', '2027-04-01', { empty: true }],
  dueOn: ['date', 'Due on', '2027-05-01', { empty: true }],
});

export const payment = record('payment', 'Payment', {
  amount: ['money', 'Amount', euros(80_000)],
  method: ['text', 'Method', 'bank transfer', { empty: true }],
  receivedAt: ['instant', 'Received at', '2027-04-10T10:00:00.000Z'],
});
