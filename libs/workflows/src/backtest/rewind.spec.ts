import { describe, expect, it } from '@jest/globals';
import { sampleFacts } from '../catalogue/index.js';
import { compareMails, rewind, type PastEvent } from './index.js';

const booking = {
  status: 'cancelled',
  startsAt: '2027-06-19T13:00:00.000Z',
  endsAt: '2027-06-19T21:00:00.000Z',
};
const facts = {
  ...sampleFacts('booking.created'),
  booking: { ...sampleFacts('booking.created')['booking'], ...booking },
};
const event = (type: PastEvent['type'], at: string, data: object = {}, around = {}): PastEvent => ({
  type,
  at,
  data: data as PastEvent['data'],
  facts: around,
});

describe('facts of today, taken back', () => {
  it('stand as before the first of the events, which change them again one after the other', () => {
    const moved = event('booking.rescheduled', '2027-05-02T10:00:00.000Z', {
      previousStartsAt: '2027-06-12T13:00:00.000Z',
      startsAt: '2027-06-19T13:00:00.000Z',
    });
    const cancelled = event('booking.cancelled', '2027-05-09T10:00:00.000Z');
    const { facts: before, injectedEvents } = rewind(facts, [moved, cancelled]);
    expect(before['booking']).toMatchObject({
      status: 'confirmed',
      startsAt: '2027-06-12T13:00:00.000Z',
      endsAt: '2027-06-12T21:00:00.000Z',
    });
    expect(injectedEvents).toMatchObject([
      {
        at: moved.at,
        event: moved.type,
        facts: { booking: { startsAt: booking.startsAt, endsAt: booking.endsAt } },
      },
      { at: cancelled.at, event: cancelled.type, facts: { booking: { status: 'cancelled' } } },
    ]);
    expect(facts['booking']).toMatchObject(booking);
  });

  it('give each payment back', () => {
    const money = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
    const invoice = { status: 'paid', total: money(900), paid: money(900), balance: money(0) };
    const received = (at: string, amount: number) =>
      event('payment.received', at, {}, { payment: { amount: money(amount) } });
    const { facts: before } = rewind({ invoice }, [
      received('2027-05-01T10:00:00.000Z', 400),
      received('2027-05-02T10:00:00.000Z', 500),
      event('invoice.paid', '2027-05-02T10:00:00.000Z'),
    ]);
    expect(before['invoice']).toMatchObject({ status: 'issued', paid: money(0), balance: money(900) });
  });

  it('bring a reply with what it says', () => {
    const message = { text: 'Yes, please' };
    const { injectedEvents } = rewind(facts, [
      event('mail.replied', '2027-05-02T10:00:00.000Z', {}, { message }),
    ]);
    expect(injectedEvents).toMatchObject([{ facts: { message } }]);
  });

  it('stay as they are where nothing tells of a change', () => {
    expect(rewind(facts, [event('form.answered', '2027-05-02T10:00:00.000Z')]).facts).toEqual(facts);
  });
});

describe('mails that would leave and mails that did', () => {
  it('are paired by template and address, each once', () => {
    const mail = (template: string, to = 'mara@clients.test') => ({ template, to });
    const did = [mail('a', 'Mara@clients.test'), mail('a'), mail('b')];
    expect(compareMails([mail('a'), mail('c')], did)).toEqual({
      would: [
        { mail: mail('a'), did: did[0] },
        { mail: mail('c'), did: null },
      ],
      gone: [did[1], did[2]],
    });
  });
});
