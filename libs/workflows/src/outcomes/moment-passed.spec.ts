import { describe, expect, it } from '@jest/globals';
import { blankDefinition, type Definition, type Step } from '../definition/index.js';
import { kinds } from '../kinds/index.js';
import { passedMoment } from './moment-passed.js';

const mail: Step = kinds.sendMail.defaults('mail');
const until = (direction: 'before' | 'after', anchor = 'booking.startsAt'): Step => ({
  id: `${direction} ${anchor}`,
  kind: 'wait',
  until: {
    anchor: anchor,
    offset: { amount: 1, unit: 'days', direction },
    ifPast: 'go-on',
  },
});
const facts = { booking: { startsAt: '2027-06-12T13:00:00Z' }, invoice: { dueOn: '2027-06-12' } };
const passed = (
  steps: readonly Step[],
  now: string,
  due = '2027-06-11T13:00:00Z',
  more: Partial<Definition> = {},
) => passedMoment({ ...blankDefinition(), ...more, steps }, 'mail', facts, due, now);

describe('a mail that had to wait', () => {
  it.each([
    ['a reminder, before the session', [until('before'), mail], '2027-06-12T12:59:00Z', false],
    ['a reminder, once the session has begun', [until('before'), mail], '2027-06-12T13:00:00Z', true],
    ['a thank-you after the session', [until('after'), mail], '2027-06-20T13:00:00Z', false],
    ['a thank-you after a reminder', [until('before'), until('after'), mail], '2027-06-20T13:00:00Z', false],
    ['a mail with no date', [mail], '2027-06-20T13:00:00Z', false],
    [
      'a reminder of an invoice, on its day',
      [until('before', 'invoice.dueOn'), mail],
      '2027-06-12T23:00:00Z',
      false,
    ],
    [
      'a reminder of an invoice, the day after',
      [until('before', 'invoice.dueOn'), mail],
      '2027-06-13T08:00:00Z',
      true,
    ],
    [
      'a reminder on a path',
      [until('before'), { id: 'd', kind: 'decide', paths: [{ id: 'otherwise', steps: [mail] }] }],
      '2027-06-12T14:00:00Z',
      true,
    ],
  ] as const)('%s', (_what, steps, now, is) => expect(passed(steps, now) !== undefined).toBe(is));

  it('that was late from the start is not late by waiting', () => {
    expect(passed([until('before'), mail], '2027-06-14T13:00:00Z', '2027-06-13T13:00:00Z')).toBeUndefined();
  });

  it('of a workflow that starts before a date', () => {
    const trigger = {
      type: 'date',
      moment: { anchor: 'booking.startsAt', offset: { amount: 3, unit: 'days', direction: 'before' } },
    } as Definition['trigger'];
    expect(passed([mail], '2027-06-12T14:00:00Z', undefined, { trigger })).toEqual({
      field: 'booking.startsAt',
      moment: '2027-06-12T13:00:00Z',
    });
  });
});
